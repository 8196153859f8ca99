CREATE TABLE document_version (
  document_id TEXT NOT NULL,
  version     TEXT NOT NULL,
  content     TEXT NOT NULL, -- the document's record, as JSON
  recorded_at INTEGER NOT NULL, -- milliseconds since 1970, UTC
  PRIMARY KEY (document_id, version)
) WITHOUT ROWID;

CREATE TABLE current_document (
  document_id TEXT NOT NULL PRIMARY KEY,
  version     TEXT NOT NULL,
  FOREIGN KEY (document_id, version) REFERENCES document_version (document_id, version)
) WITHOUT ROWID;
