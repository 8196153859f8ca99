-- The houses that the owner's account was for, divided by spaces; empty: all.
ALTER TABLE item_set ADD COLUMN venues TEXT NOT NULL DEFAULT '';
UPDATE item_set SET venues = coalesce((SELECT a.venues FROM account a WHERE a.name = item_set.owner), '');

-- How many drafts a set did without, and why, as JSON; NULL where nobody counted.
ALTER TABLE item_set ADD COLUMN refusals TEXT;
