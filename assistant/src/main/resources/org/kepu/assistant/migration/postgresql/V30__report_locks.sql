-- Months whose figures are locked. Each names the one before by its hash, and none is named twice: the
-- chain has no branches.
CREATE TABLE report_lock (
  month      TEXT NOT NULL PRIMARY KEY, -- like 2026-05
  locked_at  BIGINT NOT NULL,
  account    TEXT NOT NULL,
  definition TEXT NOT NULL,
  previous   TEXT NOT NULL UNIQUE,
  hash       TEXT NOT NULL UNIQUE
);
CREATE TABLE report_lock_figure (
  month      TEXT NOT NULL REFERENCES report_lock (month),
  divided_by TEXT NOT NULL,
  venue      TEXT NOT NULL, -- empty: none
  name       TEXT NOT NULL,
  measure    TEXT NOT NULL,
  amount     BIGINT NOT NULL,
  PRIMARY KEY (month, divided_by, venue, name, measure)
);
CREATE TABLE report_lock_entry (
  month     TEXT NOT NULL REFERENCES report_lock (month),
  kind      TEXT NOT NULL,
  item      TEXT NOT NULL,
  day       TEXT NOT NULL,
  source    TEXT NOT NULL,
  title     TEXT NOT NULL,
  programme TEXT NOT NULL,
  venue     TEXT NOT NULL,
  unit      TEXT NOT NULL,
  amount    BIGINT NOT NULL,
  grade     TEXT NOT NULL,
  evidence  TEXT NOT NULL,
  PRIMARY KEY (month, kind, item, day, source)
);

-- Totals of locked months that are counted otherwise afterwards.
CREATE TABLE report_adjustment (
  seq           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  month         TEXT NOT NULL REFERENCES report_lock (month),
  figure        TEXT NOT NULL,
  number        BIGINT NOT NULL, -- the how manieth of this month and figure
  before_amount BIGINT NOT NULL,
  amount        BIGINT NOT NULL,
  found_at      BIGINT NOT NULL,
  account       TEXT NOT NULL,
  reason        TEXT NOT NULL,
  UNIQUE (month, figure, number)
);

CREATE FUNCTION report_lock_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'What is locked is not changed'; END $$;
CREATE TRIGGER report_lock_is_not_changed BEFORE UPDATE OR DELETE ON report_lock
  FOR EACH ROW EXECUTE FUNCTION report_lock_stays();
CREATE TRIGGER report_lock_figure_is_not_changed BEFORE UPDATE OR DELETE ON report_lock_figure
  FOR EACH ROW EXECUTE FUNCTION report_lock_stays();
CREATE TRIGGER report_lock_entry_is_not_changed BEFORE UPDATE OR DELETE ON report_lock_entry
  FOR EACH ROW EXECUTE FUNCTION report_lock_stays();
CREATE TRIGGER report_adjustment_is_not_changed BEFORE UPDATE OR DELETE ON report_adjustment
  FOR EACH ROW EXECUTE FUNCTION report_lock_stays();
