-- Whoever works at the desk, the sessions they have open, and what happened to both. Nothing in here opens anything: passwords, sessions, invitations and
-- recovery codes are kept as hashes, the secret of a second factor is sealed with the keys of the installation.

CREATE TABLE account (
    key          UUID    NOT NULL PRIMARY KEY,
    email        TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    -- Roles, each with the key of its section or none: "Administrator Reviewer/5f2c1b7e-…".
    grants       TEXT    NOT NULL,
    password     TEXT    NOT NULL,
    locked       BOOLEAN NOT NULL,
    failures     INTEGER NOT NULL,
    shut_until   BIGINT,
    factor       TEXT    NOT NULL,
    factor_step  BIGINT  NOT NULL,
    created_at   BIGINT  NOT NULL,
    created_by   TEXT    NOT NULL,
    signed_in_at BIGINT
);

CREATE TABLE account_session (
    key            UUID    NOT NULL PRIMARY KEY,
    account_key    UUID    NOT NULL REFERENCES account (key) ON DELETE CASCADE,
    hash           TEXT    NOT NULL UNIQUE,
    at             BIGINT  NOT NULL,
    seen_at        BIGINT  NOT NULL,
    with_factor    BOOLEAN NOT NULL,
    pending_factor TEXT    NOT NULL,
    address        TEXT    NOT NULL,
    agent          TEXT    NOT NULL
);

CREATE INDEX account_session_owner ON account_session (account_key);

CREATE TABLE account_invitation (
    account_key UUID   NOT NULL PRIMARY KEY REFERENCES account (key) ON DELETE CASCADE,
    hash        TEXT   NOT NULL UNIQUE,
    until       BIGINT NOT NULL,
    by          TEXT   NOT NULL
);

CREATE TABLE account_recovery (
    account_key UUID NOT NULL REFERENCES account (key) ON DELETE CASCADE,
    hash        TEXT NOT NULL,
    PRIMARY KEY (account_key, hash)
);

CREATE TABLE account_event (
    at          BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    account_key UUID,
    by          TEXT   NOT NULL,
    address     TEXT   NOT NULL,
    agent       TEXT   NOT NULL
);

CREATE INDEX account_event_at ON account_event (at);
