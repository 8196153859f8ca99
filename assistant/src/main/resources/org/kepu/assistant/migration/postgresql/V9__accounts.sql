-- Who works with the service. Secrets are kept as hashes.
CREATE TABLE account (
  id           TEXT NOT NULL PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  password     TEXT,
  roles        TEXT NOT NULL,
  venues       TEXT NOT NULL,
  active       BOOLEAN NOT NULL,
  created_at   BIGINT NOT NULL
);

CREATE TABLE account_session (
  token_hash TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  opened_at  BIGINT NOT NULL,
  used_at    BIGINT NOT NULL
);
CREATE INDEX account_session_by_account ON account_session (account_id);

CREATE TABLE account_link (
  token_hash TEXT NOT NULL PRIMARY KEY,
  purpose    TEXT NOT NULL,
  account_id TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);

-- By the name's hash, whether or not there is such an account: which names there are is not told.
CREATE TABLE sign_in_failure (
  name_hash    TEXT NOT NULL PRIMARY KEY,
  failures     INTEGER NOT NULL,
  failed_at    BIGINT NOT NULL,
  locked_until BIGINT NOT NULL
);

-- Sign-ins that wait for an OIDC provider's word.
CREATE TABLE oidc_attempt (
  token_hash TEXT NOT NULL PRIMARY KEY,
  request    TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
