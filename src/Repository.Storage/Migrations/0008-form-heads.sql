-- Which version of each form is in force, and the one somebody is writing. A file that says what it said last time (file_hash) changes nothing, so that what
-- was published at the desk stays; moves goes up whenever another version comes into force, so that others can tell by one number.

CREATE TABLE form_head (
    form_key  UUID    NOT NULL PRIMARY KEY,
    number    INTEGER NOT NULL,
    by        TEXT    NOT NULL,
    file_hash TEXT    NOT NULL,
    moves     BIGINT  NOT NULL,
    FOREIGN KEY (form_key, number) REFERENCES form_version (form_key, number)
);

CREATE TABLE form_draft (
    form_key   UUID    NOT NULL PRIMARY KEY,
    revision   INTEGER NOT NULL,
    by         TEXT    NOT NULL,
    at         BIGINT  NOT NULL,
    definition TEXT    NOT NULL
);
