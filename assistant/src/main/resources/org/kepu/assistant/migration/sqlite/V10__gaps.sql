-- Questions without a good answer, grouped by meaning. Their texts stay with the interaction log.
CREATE TABLE gap (
  id        TEXT NOT NULL PRIMARY KEY,
  opened_at INTEGER NOT NULL,
  assignee  TEXT,
  closed_at INTEGER,
  closed_by TEXT
);
CREATE TABLE gap_question (
  event_id TEXT NOT NULL PRIMARY KEY,
  gap_id   TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  venue    TEXT NOT NULL -- empty: none
);
CREATE INDEX gap_question_by_gap ON gap_question (gap_id);

-- Who looks after a report, and until when.
ALTER TABLE correction ADD COLUMN assignee TEXT;
ALTER TABLE correction ADD COLUMN due_at INTEGER;
