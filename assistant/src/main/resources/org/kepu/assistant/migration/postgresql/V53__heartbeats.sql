-- Whether a terminal was alive is asked of it alone, among all that others do.
CREATE INDEX interaction_heartbeat ON interaction (terminal, occurred_at) WHERE type = 'heartbeat';
