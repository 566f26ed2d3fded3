-- What the desk keeps beside entries: who read them, letters that wait to be sent and to whom they go, and which draft was made of which proposal.
-- Instants are UTC ticks. None of it holds an answer.

-- No foreign keys: the trail outlives what it tells of.
CREATE TABLE form_access (
    key       UUID   NOT NULL PRIMARY KEY,
    at        BIGINT NOT NULL,
    by        TEXT   NOT NULL,
    act       TEXT   NOT NULL,
    form_key  UUID   NOT NULL,
    entry_key UUID,
    what      TEXT   NOT NULL
);

CREATE INDEX form_access_order ON form_access (at, key);

CREATE TABLE form_recipient (
    form_key UUID    NOT NULL,
    place    INTEGER NOT NULL,
    address  TEXT    NOT NULL,
    PRIMARY KEY (form_key, place)
);

-- An address is only here where those who look after a form are meant; that of a sender stays in the entry.
CREATE TABLE form_letter (
    key        UUID    NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL,
    form_key   UUID    NOT NULL,
    entry_key  UUID    NOT NULL,
    folio      TEXT    NOT NULL,
    address    TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    attempts   INTEGER NOT NULL,
    next_at    BIGINT,
    error      TEXT    NOT NULL
);

CREATE INDEX form_letter_due ON form_letter (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX form_letter_entry ON form_letter (entry_key);

-- No foreign keys: the draft may be gone for good, and the entry erased.
CREATE TABLE form_proposed_item (
    entry_key UUID   NOT NULL PRIMARY KEY,
    form_key  UUID   NOT NULL,
    folio     TEXT   NOT NULL,
    item_key  UUID   NOT NULL,
    at        BIGINT NOT NULL
);
