CREATE TABLE source_item (
  source      TEXT NOT NULL,
  item_key    TEXT NOT NULL,
  hash        TEXT NOT NULL, -- of the content that was last read
  document_id TEXT,          -- the last document that could be made of it
  version     TEXT,
  refusal     TEXT NOT NULL, -- why none could be made of the content last read; empty if one could
  PRIMARY KEY (source, item_key),
  FOREIGN KEY (document_id, version) REFERENCES document_version (document_id, version)
) WITHOUT ROWID;
