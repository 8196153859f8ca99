-- What visitors say is wrong. Question and answer are kept with it: the conversation may be forgotten.
CREATE TABLE correction (
  number          TEXT NOT NULL PRIMARY KEY,
  answer_id       TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  question        TEXT,
  answer          TEXT NOT NULL, -- the whole answer as JSON, as it was given
  text            TEXT NOT NULL, -- the visitor's words
  state           TEXT NOT NULL,
  filed_at        BIGINT NOT NULL,
  changed_at      BIGINT NOT NULL,
  reply           TEXT,
  UNIQUE (answer_id, text)
);
CREATE INDEX correction_by_state ON correction (state, filed_at);
