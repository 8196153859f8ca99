-- The whole schema, as the migrations for SQLite up to the same number make it. What differs: types,
-- the triggers' language. The meaning of a column is written there.
CREATE TABLE node (
  node  TEXT NOT NULL PRIMARY KEY,
  beats BIGINT NOT NULL
);

CREATE TABLE turn (
  answer_id       TEXT NOT NULL PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  request_id      TEXT UNIQUE,
  request_hash    TEXT NOT NULL,
  opened_at       BIGINT NOT NULL,
  closed_at       BIGINT,
  outcome         TEXT,
  answer          TEXT,
  question        TEXT,
  understood      TEXT,
  node            TEXT,
  forgotten       BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX turn_by_conversation ON turn (conversation_id);
CREATE INDEX turn_open ON turn (opened_at) WHERE outcome IS NULL;

CREATE TABLE feedback (
  answer_id TEXT NOT NULL PRIMARY KEY,
  vote      TEXT NOT NULL,
  reason    TEXT,
  voted_at  BIGINT NOT NULL
);

CREATE TABLE interaction (
  seq                    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id               TEXT NOT NULL UNIQUE,
  at                     BIGINT NOT NULL,
  occurred_at            BIGINT NOT NULL,
  device_at              BIGINT,
  device_offset_ms       BIGINT,
  type                   TEXT NOT NULL,
  conversation_id        TEXT,
  parent_conversation_id TEXT,
  answer_id              TEXT,
  visitor_key            TEXT,
  channel                TEXT,
  terminal               TEXT,
  venue                  TEXT,
  hall                   TEXT,
  exhibit                TEXT,
  activity               TEXT,
  programme              TEXT,
  audience               TEXT,
  region                 TEXT,
  locale                 TEXT,
  flags                  TEXT NOT NULL,
  turn                   INTEGER,
  text_key               TEXT,
  intent                 TEXT,
  outcome                TEXT,
  grounded               BOOLEAN,
  citations              TEXT NOT NULL,
  topics                 TEXT NOT NULL,
  generated_by           TEXT,
  prompt_version         TEXT,
  corpus_version         TEXT,
  first_sentence_ms      BIGINT,
  total_ms               BIGINT,
  vote                   TEXT,
  reason                 TEXT,
  active_ms              BIGINT,
  schema_version         INTEGER NOT NULL
);
CREATE INDEX interaction_by_time ON interaction (at);
CREATE INDEX interaction_by_occurrence ON interaction (occurred_at);
CREATE INDEX interaction_by_conversation ON interaction (conversation_id);

CREATE TABLE interaction_text (
  event_id TEXT NOT NULL PRIMARY KEY REFERENCES interaction (event_id),
  text     TEXT NOT NULL
);

CREATE FUNCTION interaction_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'The interaction log is append-only'; END $$;
CREATE TRIGGER interaction_is_not_changed BEFORE UPDATE OR DELETE ON interaction
  FOR EACH ROW EXECUTE FUNCTION interaction_is_append_only();

CREATE TABLE model_spending (
  day      TEXT NOT NULL PRIMARY KEY,
  reserved BIGINT NOT NULL,
  used     BIGINT NOT NULL
);

CREATE TABLE day_salt (
  purpose TEXT NOT NULL,
  day     TEXT NOT NULL,
  salt    TEXT NOT NULL,
  PRIMARY KEY (purpose, day)
);

CREATE TABLE rollup (
  day      TEXT NOT NULL,
  hour     INTEGER NOT NULL,
  measure  TEXT NOT NULL,
  channel  TEXT NOT NULL,
  venue    TEXT NOT NULL,
  hall     TEXT NOT NULL,
  activity TEXT NOT NULL,
  topic    TEXT NOT NULL,
  audience TEXT NOT NULL,
  outcome  TEXT NOT NULL,
  amount   BIGINT NOT NULL,
  PRIMARY KEY (day, hour, measure, channel, venue, hall, activity, topic, audience, outcome)
);
CREATE TABLE rollup_day (
  day        TEXT NOT NULL PRIMARY KEY,
  counted_at BIGINT NOT NULL
);
CREATE TABLE rollup_state (
  one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  up_to BIGINT NOT NULL
);

-- Each entry names the one before by its hash, and none is named twice: the chain has no branches.
CREATE TABLE security_log (
  seq      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       BIGINT NOT NULL,
  act      TEXT NOT NULL,
  detail   TEXT NOT NULL,
  previous TEXT NOT NULL UNIQUE,
  hash     TEXT NOT NULL UNIQUE
);
