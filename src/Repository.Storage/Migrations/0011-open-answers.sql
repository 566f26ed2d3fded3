-- Open answers somebody read and let the public read too, or set aside. What they say stays with the entry and goes with it.

CREATE TABLE form_open_answer (
    entry_key UUID    NOT NULL REFERENCES form_entry (key) ON DELETE CASCADE,
    alias     TEXT    NOT NULL,
    shown     BOOLEAN NOT NULL,
    by        TEXT    NOT NULL,
    at        BIGINT  NOT NULL,
    PRIMARY KEY (entry_key, alias)
);
