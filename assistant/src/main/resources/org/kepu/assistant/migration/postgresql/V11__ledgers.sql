-- What units report: R2, R3, R4, books, products. The same key is the same entry.
CREATE TABLE ledger_entry (
  kind      TEXT NOT NULL,
  item      TEXT NOT NULL,
  day       TEXT NOT NULL,
  source    TEXT NOT NULL,
  title     TEXT NOT NULL,
  programme TEXT NOT NULL, -- empty: none, so is the venue
  venue     TEXT NOT NULL,
  unit      TEXT NOT NULL,
  amount    BIGINT NOT NULL,
  grade     TEXT NOT NULL,
  evidence  TEXT NOT NULL,
  PRIMARY KEY (kind, item, day, source)
);
CREATE INDEX ledger_entry_by_day ON ledger_entry (day);

-- Every time an entry was handed in or put right.
CREATE TABLE ledger_change (
  seq     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind    TEXT NOT NULL,
  item    TEXT NOT NULL,
  day     TEXT NOT NULL,
  source  TEXT NOT NULL,
  amount  BIGINT NOT NULL,
  effect  TEXT NOT NULL, -- new, changed
  account TEXT NOT NULL,
  at      BIGINT NOT NULL
);

-- Targets; 0: none.
CREATE TABLE plan (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  activities BIGINT NOT NULL,
  books      BIGINT NOT NULL,
  products   BIGINT NOT NULL,
  visits     BIGINT NOT NULL
);
INSERT INTO plan VALUES (
  '0191b000-0000-7000-8000-000000002325', '2023—2025 年科普工作计划（示例）',
  '2023-01-01', '2025-12-31', 800, 300, 80, 250000000);
