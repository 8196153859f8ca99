-- The record as the metrics dictionary has it. What does not belong to a turn or a conversation is
-- recorded, too, so both may be missing now: the table is made anew.
ALTER TABLE interaction RENAME TO interaction_1;
DROP INDEX interaction_by_time;

CREATE TABLE interaction (
  seq                    INTEGER PRIMARY KEY, -- the order of writing
  event_id               TEXT NOT NULL UNIQUE,
  at                     INTEGER NOT NULL, -- the server's time
  occurred_at            INTEGER NOT NULL, -- the device's time, put right; without a device, the server's
  device_at              INTEGER, -- as the device's clock said
  device_offset_ms       INTEGER, -- what its clock lacked when it sent
  type                   TEXT NOT NULL,
  conversation_id        TEXT,
  parent_conversation_id TEXT,
  answer_id              TEXT,
  visitor_key            TEXT, -- of one day, from a salt that is destroyed after it
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
  text_key               TEXT, -- the same within a day for the same text; says nothing once the salt is gone
  intent                 TEXT,
  outcome                TEXT,
  grounded               INTEGER,
  citations              TEXT NOT NULL,
  topics                 TEXT NOT NULL,
  generated_by           TEXT,
  prompt_version         TEXT,
  corpus_version         TEXT,
  first_sentence_ms      INTEGER,
  total_ms               INTEGER,
  vote                   TEXT,
  reason                 TEXT, -- why a conversation ended
  active_ms              INTEGER,
  schema_version         INTEGER NOT NULL
);

INSERT INTO interaction (
  event_id, at, occurred_at, type, conversation_id, answer_id, channel, venue, exhibit, audience,
  locale, flags, outcome, grounded, citations, topics, generated_by, corpus_version,
  first_sentence_ms, total_ms, vote, schema_version)
SELECT event_id, at, at, type, conversation_id, answer_id, channel, venue, exhibit, audience,
  locale, '', outcome, grounded, citations, '', generated_by, corpus_version,
  first_sentence_ms, total_ms, vote, schema_version
FROM interaction_1 ORDER BY rowid;

CREATE TABLE interaction_text_2 (
  event_id TEXT NOT NULL PRIMARY KEY REFERENCES interaction (event_id),
  text     TEXT NOT NULL
);
INSERT INTO interaction_text_2 SELECT event_id, text FROM interaction_text;
DROP TABLE interaction_text;
DROP TABLE interaction_1;
ALTER TABLE interaction_text_2 RENAME TO interaction_text;

CREATE INDEX interaction_by_time ON interaction (at);
CREATE INDEX interaction_by_occurrence ON interaction (occurred_at);
CREATE INDEX interaction_by_conversation ON interaction (conversation_id);

CREATE TRIGGER interaction_is_not_changed BEFORE UPDATE ON interaction
BEGIN SELECT RAISE(ABORT, 'The interaction log is append-only'); END;
CREATE TRIGGER interaction_is_not_deleted BEFORE DELETE ON interaction
BEGIN SELECT RAISE(ABORT, 'The interaction log is append-only'); END;
