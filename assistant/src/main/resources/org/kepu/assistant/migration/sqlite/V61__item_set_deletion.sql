-- When its owner deleted a set; NULL while it is kept. Its row stays, so that a link to it says so and the quota holds.
ALTER TABLE item_set ADD COLUMN deleted_at INTEGER;
