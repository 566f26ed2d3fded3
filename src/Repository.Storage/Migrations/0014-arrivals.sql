-- What is still to be done about entries that have come: written with the entry, gone when it is done. An arrival somebody works on has its next time after
-- the one they may take, so that what they leave undone is done by whoever looks then.

CREATE TABLE form_arrival (
    entry_key UUID    NOT NULL REFERENCES form_entry (key) ON DELETE CASCADE,
    name      TEXT    NOT NULL,
    attempts  INTEGER NOT NULL,
    next_at   BIGINT  NOT NULL,
    PRIMARY KEY (entry_key, name)
);

CREATE INDEX form_arrival_due ON form_arrival (next_at);
