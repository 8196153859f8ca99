-- What proves the entries of grades C and D. Content is kept once, whatever it is called, and never
-- changed.
CREATE TABLE evidence_content (
  sha256  TEXT NOT NULL PRIMARY KEY,
  kind    TEXT NOT NULL, -- by its first bytes: pdf, png, jpeg
  size    BIGINT NOT NULL,
  content BYTEA NOT NULL
);
CREATE TABLE evidence_file (
  evidence  TEXT NOT NULL, -- as entries name it
  sha256    TEXT NOT NULL REFERENCES evidence_content (sha256),
  file_name TEXT NOT NULL,
  account   TEXT NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (evidence, sha256)
);

CREATE FUNCTION evidence_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'Evidence is not changed'; END $$;
CREATE TRIGGER evidence_content_is_not_changed BEFORE UPDATE OR DELETE ON evidence_content
  FOR EACH ROW EXECUTE FUNCTION evidence_stays();
