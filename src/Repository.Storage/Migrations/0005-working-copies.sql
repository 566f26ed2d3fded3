-- What people have written and not saved yet, one of an item for each of them. No foreign keys: an item may not exist yet, and what somebody wrote outlives one that goes.

CREATE TABLE working_copy (
    item     UUID    NOT NULL,
    person   UUID    NOT NULL,
    version  BIGINT  NOT NULL,
    revision INTEGER NOT NULL,
    type     TEXT    NOT NULL,
    parent   UUID,
    content  TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    PRIMARY KEY (item, person)
);

CREATE INDEX working_copy_person ON working_copy (person, at);
