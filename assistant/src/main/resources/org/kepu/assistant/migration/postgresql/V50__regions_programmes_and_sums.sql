-- Figures by programme and region, too. They are counted anew from the log, as everything is.
DROP TABLE rollup;
CREATE TABLE rollup (
  day       TEXT NOT NULL, -- in the academy's time zone
  hour      INTEGER NOT NULL, -- -1: of the whole day
  measure   TEXT NOT NULL,
  channel   TEXT NOT NULL, -- empty where it does not apply, so are the following
  venue     TEXT NOT NULL,
  hall      TEXT NOT NULL,
  activity  TEXT NOT NULL,
  programme TEXT NOT NULL,
  region    TEXT NOT NULL,
  topic     TEXT NOT NULL,
  audience  TEXT NOT NULL,
  outcome   TEXT NOT NULL,
  amount    BIGINT NOT NULL,
  PRIMARY KEY (day, hour, measure, channel, venue, hall, activity, programme, region, topic,
    audience, outcome)
);
DELETE FROM rollup_state;

-- Sums of its cells by one dimension and the venue, by day and by month: what is asked for is read
-- here, however many cells there are.
CREATE TABLE rollup_day_sum (
  divided_by TEXT NOT NULL, -- total: by nothing; of_day: does not add up, by channel
  day        TEXT NOT NULL,
  venue      TEXT NOT NULL,
  name       TEXT NOT NULL,
  measure    TEXT NOT NULL,
  amount     BIGINT NOT NULL,
  PRIMARY KEY (divided_by, day, venue, name, measure)
);
CREATE TABLE rollup_month_sum (
  divided_by TEXT NOT NULL,
  month      TEXT NOT NULL, -- like 2026-05
  venue      TEXT NOT NULL,
  name       TEXT NOT NULL,
  measure    TEXT NOT NULL,
  amount     BIGINT NOT NULL,
  PRIMARY KEY (divided_by, month, venue, name, measure)
);
