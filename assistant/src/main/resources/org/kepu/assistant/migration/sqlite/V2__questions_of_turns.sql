-- What a later question may point back to. Forgotten with the turn.
ALTER TABLE turn ADD COLUMN question TEXT;
ALTER TABLE turn ADD COLUMN understood TEXT; -- NULL where the question was taken as it stands
