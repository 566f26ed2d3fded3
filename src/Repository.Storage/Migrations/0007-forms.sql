-- Forms as they were when entries were filled in, the entries, and what happened to each. Instants are UTC ticks, answers and definitions JSON text.
-- What opens an entry is only here as a hash. Of an erased entry the row is left, with nothing anybody said.

CREATE TABLE form_version (
    form_key   UUID    NOT NULL,
    number     INTEGER NOT NULL,
    hash       TEXT    NOT NULL,
    at         BIGINT  NOT NULL,
    definition TEXT    NOT NULL,
    PRIMARY KEY (form_key, number)
);

CREATE UNIQUE INDEX form_version_hash ON form_version (form_key, hash);

-- The last number given: folios run without gaps for each prefix and year. Whoever adds an entry holds its row, so that a repeated attempt sees the first.
CREATE TABLE form_counter (
    prefix TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    last   BIGINT  NOT NULL,
    PRIMARY KEY (prefix, year)
);

CREATE TABLE form_entry (
    key         UUID    NOT NULL PRIMARY KEY,
    folio       TEXT    NOT NULL UNIQUE,
    form_key    UUID    NOT NULL,
    version     INTEGER NOT NULL,
    culture     TEXT    NOT NULL,
    -- No foreign key: the page may be gone for good.
    content_key UUID,
    state       TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    created_at  BIGINT  NOT NULL,
    sent_at     BIGINT,
    changed_at  BIGINT  NOT NULL,
    answers     TEXT    NOT NULL,
    notice      TEXT,
    agreed_at   BIGINT,
    link_hash   TEXT,
    attempt     TEXT,
    erase_at    BIGINT,
    FOREIGN KEY (form_key, version) REFERENCES form_version (form_key, number)
);

CREATE INDEX form_entry_order ON form_entry (form_key, created_at, key);
CREATE INDEX form_entry_state ON form_entry (form_key, state, created_at, key);
CREATE UNIQUE INDEX form_entry_link ON form_entry (link_hash) WHERE link_hash IS NOT NULL;
CREATE UNIQUE INDEX form_entry_attempt ON form_entry (form_key, attempt) WHERE attempt IS NOT NULL;
CREATE INDEX form_entry_erasure ON form_entry (erase_at) WHERE erase_at IS NOT NULL;

CREATE TABLE form_file (
    key        UUID    NOT NULL PRIMARY KEY,
    entry_key  UUID    NOT NULL REFERENCES form_entry (key) ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    alias      TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    length     BIGINT  NOT NULL,
    hash       TEXT    NOT NULL
);

CREATE INDEX form_file_entry ON form_file (entry_key, place);

-- Files that no entry names any more; a line stays until their bytes are gone.
CREATE TABLE form_file_erasure (
    key UUID NOT NULL PRIMARY KEY
);

-- What the public may know of the answers to a form, as it was published. Counting anew would tell what changed.
CREATE TABLE form_result (
    form_key UUID   NOT NULL PRIMARY KEY,
    at       BIGINT NOT NULL,
    results  TEXT   NOT NULL
);

CREATE TABLE form_event (
    entry_key UUID    NOT NULL REFERENCES form_entry (key) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    at        BIGINT  NOT NULL,
    by        TEXT    NOT NULL,
    state     TEXT,
    text      TEXT    NOT NULL,
    PRIMARY KEY (entry_key, number)
);
