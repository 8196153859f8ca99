-- Which version somebody read, so that nobody overwrites what another changed in the meantime.
ALTER TABLE activity ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE programme ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- Since which day it takes no more activities; of one that was closed before this, nobody wrote it down.
ALTER TABLE programme ADD COLUMN closed_on TEXT;
