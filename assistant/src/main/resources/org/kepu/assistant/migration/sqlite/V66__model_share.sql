-- What each account, and all accounts together ('*'), spent of a day's budget on course questions.
CREATE TABLE model_share (
  day      TEXT NOT NULL,             -- in the academy's time zone
  who      TEXT NOT NULL,
  reserved INTEGER NOT NULL,          -- tokens set aside for calls that are not settled
  used     INTEGER NOT NULL,          -- tokens of settled calls
  PRIMARY KEY (day, who)
);
