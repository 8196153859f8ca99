CREATE TABLE turn (
  answer_id       TEXT NOT NULL PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  request_id      TEXT UNIQUE,
  request_hash    TEXT NOT NULL,
  opened_at       INTEGER NOT NULL, -- milliseconds since 1970, UTC; so are all times here
  closed_at       INTEGER,
  outcome         TEXT, -- NULL while the turn is open
  answer          TEXT  -- the whole answer as JSON, to give again to the same request
);
CREATE INDEX turn_by_conversation ON turn (conversation_id);
CREATE INDEX turn_open ON turn (opened_at) WHERE outcome IS NULL;

CREATE TABLE feedback (
  answer_id TEXT NOT NULL PRIMARY KEY,
  vote      TEXT NOT NULL,
  reason    TEXT,
  voted_at  INTEGER NOT NULL
);

-- Append-only. Texts stand apart, so that they can be deleted and the figures stay.
CREATE TABLE interaction (
  event_id          TEXT NOT NULL PRIMARY KEY,
  at                INTEGER NOT NULL,
  type              TEXT NOT NULL,
  conversation_id   TEXT NOT NULL,
  answer_id         TEXT NOT NULL,
  channel           TEXT,
  venue             TEXT,
  exhibit           TEXT,
  audience          TEXT,
  locale            TEXT,
  outcome           TEXT,
  grounded          INTEGER,
  citations         TEXT NOT NULL,
  generated_by      TEXT,
  corpus_version    TEXT,
  first_sentence_ms INTEGER,
  total_ms          INTEGER,
  vote              TEXT,
  schema_version    INTEGER NOT NULL
);
CREATE INDEX interaction_by_time ON interaction (at);

CREATE TABLE interaction_text (
  event_id TEXT NOT NULL PRIMARY KEY REFERENCES interaction (event_id),
  text     TEXT NOT NULL
);
