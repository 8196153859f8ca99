-- Answers that wait to be taken along from a terminal; the question is not among them.
CREATE TABLE taken_answer (
  token_hash      TEXT NOT NULL PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  answer_id       TEXT NOT NULL,
  terminal        TEXT, -- NULL: one that was tried out
  venue           TEXT,
  hall            TEXT,
  exhibit         TEXT,
  answer          TEXT, -- NULL: taken, or too old
  expires_at      BIGINT NOT NULL,
  opened_at       BIGINT
);
