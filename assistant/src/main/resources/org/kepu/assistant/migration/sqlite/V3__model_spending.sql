CREATE TABLE model_spending (
  day      TEXT NOT NULL PRIMARY KEY, -- in the academy's time zone
  reserved INTEGER NOT NULL,          -- tokens set aside for calls that are not settled
  used     INTEGER NOT NULL           -- tokens of settled calls
);
