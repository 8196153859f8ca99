-- Sets of course questions. A version of a set is its layout and, of each place, the latest row up to it.
CREATE TABLE item_set (
  id         TEXT NOT NULL PRIMARY KEY,
  owner      TEXT NOT NULL,
  wanted     TEXT NOT NULL, -- what the educator asked for, as JSON
  state      TEXT NOT NULL,
  done       BIGINT NOT NULL,
  total      BIGINT NOT NULL,
  made       BIGINT NOT NULL,
  version    BIGINT NOT NULL, -- 0 while it is being made
  title      TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX item_set_by_owner ON item_set (owner, created_at);

CREATE TABLE item_set_layout (
  set_id     TEXT NOT NULL REFERENCES item_set (id),
  version    BIGINT NOT NULL,
  title      TEXT NOT NULL,
  slots      TEXT NOT NULL, -- the numbers of the places in their order, parted by commas
  changed_by TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (set_id, version)
);

CREATE TABLE item_slot (
  set_id     TEXT NOT NULL REFERENCES item_set (id),
  slot       BIGINT NOT NULL,
  version    BIGINT NOT NULL, -- of the set, in which it became so
  content    TEXT NOT NULL, -- the place as JSON
  PRIMARY KEY (set_id, slot, version)
);
