-- Who works with the service. Secrets are kept as hashes.
CREATE TABLE account (
  id           TEXT NOT NULL PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  password     TEXT, -- Argon2id; NULL: none yet, or an OIDC provider vouches
  roles        TEXT NOT NULL, -- divided by spaces
  venues       TEXT NOT NULL, -- divided by spaces; empty: all
  active       INTEGER NOT NULL,
  created_at   INTEGER NOT NULL
);

CREATE TABLE account_session (
  token_hash TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  opened_at  INTEGER NOT NULL,
  used_at    INTEGER NOT NULL
);
CREATE INDEX account_session_by_account ON account_session (account_id);

CREATE TABLE account_link (
  token_hash TEXT NOT NULL PRIMARY KEY,
  purpose    TEXT NOT NULL, -- set_up, password
  account_id TEXT NOT NULL, -- empty for the first account
  expires_at INTEGER NOT NULL
);

-- By the name's hash, whether or not there is such an account: which names there are is not told.
CREATE TABLE sign_in_failure (
  name_hash    TEXT NOT NULL PRIMARY KEY,
  failures     INTEGER NOT NULL, -- in a row
  failed_at    INTEGER NOT NULL,
  locked_until INTEGER NOT NULL
);

-- Sign-ins that wait for an OIDC provider's word.
CREATE TABLE oidc_attempt (
  token_hash TEXT NOT NULL PRIMARY KEY,
  request    TEXT NOT NULL,
  expires_at INTEGER NOT NULL
);
