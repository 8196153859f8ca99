-- What proves the entries of grades C and D. Content is kept once, whatever it is called, and never
-- changed.
CREATE TABLE evidence_content (
  sha256  TEXT NOT NULL PRIMARY KEY,
  kind    TEXT NOT NULL, -- by its first bytes: pdf, png, jpeg
  size    INTEGER NOT NULL,
  content BLOB NOT NULL
);
CREATE TABLE evidence_file (
  evidence  TEXT NOT NULL, -- as entries name it
  sha256    TEXT NOT NULL REFERENCES evidence_content (sha256),
  file_name TEXT NOT NULL,
  account   TEXT NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (evidence, sha256)
);

CREATE TRIGGER evidence_content_is_not_changed BEFORE UPDATE ON evidence_content
BEGIN SELECT RAISE(ABORT, 'Evidence is not changed'); END;
CREATE TRIGGER evidence_content_is_not_deleted BEFORE DELETE ON evidence_content
BEGIN SELECT RAISE(ABORT, 'Evidence is not changed'); END;
