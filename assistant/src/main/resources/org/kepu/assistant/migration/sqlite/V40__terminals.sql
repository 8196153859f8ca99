-- Terminals in the halls. What one is set to is the latest of its versions; earlier ones are kept.
CREATE TABLE terminal (
  id              TEXT NOT NULL PRIMARY KEY,
  registered_at   INTEGER NOT NULL,
  code_hash       TEXT, -- of the pairing code; NULL: none is waiting
  code_expires_at INTEGER,
  token_hash      TEXT UNIQUE, -- NULL: not paired
  first_paired_at INTEGER,
  paired_at       INTEGER,
  last_beat_at    INTEGER, -- since it was paired last
  applied_version INTEGER -- what it said it is set to
);

CREATE TABLE terminal_version (
  terminal   TEXT NOT NULL REFERENCES terminal (id),
  version    INTEGER NOT NULL,
  name       TEXT NOT NULL,
  venue      TEXT NOT NULL,
  hall       TEXT,
  exhibit    TEXT,
  opens      TEXT NOT NULL, -- HH:mm, in Beijing
  closes     TEXT NOT NULL,
  closed_on  TEXT NOT NULL, -- days of the week from 1, Monday, divided by spaces
  closures   TEXT NOT NULL, -- planned ones, as dates divided by spaces
  audience   TEXT NOT NULL,
  low        INTEGER NOT NULL,
  large      INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (terminal, version)
);
