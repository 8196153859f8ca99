-- Which process a turn belongs to; a process that lives counts its beats.
ALTER TABLE turn ADD COLUMN node TEXT;
-- Set where a conversation was forgotten while this turn was open: its end leaves nothing behind.
ALTER TABLE turn ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
CREATE TABLE node (
  node  TEXT NOT NULL PRIMARY KEY,
  beats INTEGER NOT NULL
);

-- Destroyed when their time is over: what was made with them can be made by nobody again.
CREATE TABLE day_salt (
  purpose TEXT NOT NULL,
  day     TEXT NOT NULL,
  salt    TEXT NOT NULL,
  PRIMARY KEY (purpose, day)
);

-- Counted from the log, and countable again from it at any time.
CREATE TABLE rollup (
  day      TEXT NOT NULL, -- in the academy's time zone
  hour     INTEGER NOT NULL, -- -1: of the whole day
  measure  TEXT NOT NULL,
  channel  TEXT NOT NULL, -- empty where it does not apply, so are the following
  venue    TEXT NOT NULL,
  hall     TEXT NOT NULL,
  activity TEXT NOT NULL,
  topic    TEXT NOT NULL,
  audience TEXT NOT NULL,
  outcome  TEXT NOT NULL,
  amount   INTEGER NOT NULL,
  PRIMARY KEY (day, hour, measure, channel, venue, hall, activity, topic, audience, outcome)
);
CREATE TABLE rollup_day (
  day        TEXT NOT NULL PRIMARY KEY,
  counted_at INTEGER NOT NULL
);
CREATE TABLE rollup_state (
  one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  up_to INTEGER NOT NULL
);

-- Each entry names the one before by its hash, and none is named twice: the chain has no branches.
CREATE TABLE security_log (
  seq      INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  act      TEXT NOT NULL,
  detail   TEXT NOT NULL,
  previous TEXT NOT NULL UNIQUE,
  hash     TEXT NOT NULL UNIQUE
);
