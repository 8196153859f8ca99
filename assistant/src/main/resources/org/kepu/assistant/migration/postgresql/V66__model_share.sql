CREATE TABLE model_share (
  day      TEXT NOT NULL,
  who      TEXT NOT NULL,
  reserved BIGINT NOT NULL,
  used     BIGINT NOT NULL,
  PRIMARY KEY (day, who)
);
