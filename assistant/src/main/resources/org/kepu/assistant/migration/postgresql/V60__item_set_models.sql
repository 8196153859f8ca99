-- What a language model wrote for a set, as JSON; NULL where none was asked.
ALTER TABLE item_set ADD COLUMN model_work TEXT;
