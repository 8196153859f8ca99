-- What the academy holds, and what it is part of. What is unknown is empty.
CREATE TABLE programme (
  id     TEXT NOT NULL PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE,
  closed BOOLEAN NOT NULL
);
INSERT INTO programme VALUES
  ('science-week', '科技周', FALSE),
  ('science-month', '科普月', FALSE),
  ('nature-school', '自然学堂', FALSE),
  ('young-cosmonauts', '宇宙少年团', FALSE),
  ('biodiversity', '乐享生物多样性', FALSE),
  ('jing-jin-ji', '京津冀科普行', FALSE);

CREATE TABLE activity (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  programme  TEXT NOT NULL,
  venue      TEXT NOT NULL,
  hall       TEXT NOT NULL,
  region     TEXT NOT NULL,
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  unit       TEXT NOT NULL,
  form       TEXT NOT NULL,
  closed     BOOLEAN NOT NULL,
  from_table BOOLEAN NOT NULL, -- a table brought it in, nobody has seen to it since
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
);

-- What was handed in before there were activities made them, too.
INSERT INTO programme
SELECT DISTINCT 'named-' || programme, programme, FALSE FROM ledger_entry
WHERE programme <> '' AND kind IN ('offline', 'online')
  AND programme NOT IN (SELECT name FROM programme);
INSERT INTO activity
SELECT item, MIN(title), COALESCE(MIN(programme.id), ''), MIN(venue), '', '', MIN(day), MAX(day),
  MIN(unit),
  CASE WHEN MIN(kind) <> MAX(kind) THEN 'both' WHEN MIN(kind) = 'offline' THEN 'on_site'
    ELSE 'online' END,
  FALSE, TRUE, 'system', 0
FROM ledger_entry LEFT JOIN programme ON programme.name = ledger_entry.programme
WHERE kind IN ('offline', 'online') GROUP BY item;
