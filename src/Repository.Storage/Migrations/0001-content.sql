-- Portable: the same text serves SQLite and PostgreSQL. Instants are UTC ticks of 100 ns since the year 1, so that nothing is rounded.
-- Keys are UUIDs (SQLite keeps them as lower-case text). Names of kinds are words, so that a new one never renumbers an old one.

CREATE TABLE node (
    key          UUID    NOT NULL PRIMARY KEY,
    kind         TEXT    NOT NULL,
    type         TEXT    NOT NULL,
    parent_key   UUID             REFERENCES node (key),
    sort_order   INTEGER NOT NULL,
    created_at   BIGINT  NOT NULL,
    created_by   TEXT    NOT NULL,
    trashed      BOOLEAN NOT NULL,
    -- No foreign key: the old parent may be gone for good while the item waits in the bin.
    trashed_from UUID,
    restricted   BOOLEAN NOT NULL,
    version      BIGINT  NOT NULL,
    revision     INTEGER NOT NULL
);

CREATE INDEX node_children ON node (parent_key, kind, sort_order, created_at, key);

CREATE TABLE revision (
    item_key UUID    NOT NULL REFERENCES node (key) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    at       BIGINT  NOT NULL,
    by       TEXT    NOT NULL,
    content  TEXT    NOT NULL,
    PRIMARY KEY (item_key, number)
);

CREATE TABLE publication (
    item_key UUID    NOT NULL,
    culture  TEXT    NOT NULL,
    revision INTEGER NOT NULL,
    segment  TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    PRIMARY KEY (item_key, culture),
    FOREIGN KEY (item_key, revision) REFERENCES revision (item_key, number) ON DELETE CASCADE
);

CREATE INDEX publication_segment ON publication (segment);

CREATE TABLE schedule (
    item_key UUID   NOT NULL REFERENCES node (key) ON DELETE CASCADE,
    culture  TEXT   NOT NULL,
    action   TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (item_key, culture, action)
);

CREATE INDEX schedule_due ON schedule (at);

CREATE TABLE former_segment (
    parent_key UUID            REFERENCES node (key) ON DELETE CASCADE,
    culture    TEXT   NOT NULL,
    segment    TEXT   NOT NULL,
    item_key   UUID   NOT NULL REFERENCES node (key) ON DELETE CASCADE,
    at         BIGINT NOT NULL
);

CREATE INDEX former_segment_address ON former_segment (parent_key, culture, segment);
CREATE INDEX former_segment_item ON former_segment (item_key);

CREATE TABLE reference (
    source   UUID NOT NULL REFERENCES node (key) ON DELETE CASCADE,
    property TEXT NOT NULL,
    -- No foreign key: an editor may point to what is not there yet, or no longer.
    target   UUID NOT NULL,
    PRIMARY KEY (source, property, target)
);

CREATE INDEX reference_target ON reference (target);

CREATE TABLE change (
    seq       BIGINT NOT NULL PRIMARY KEY,
    kind      TEXT   NOT NULL,
    item_kind TEXT   NOT NULL,
    key       UUID   NOT NULL,
    culture   TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    by        TEXT   NOT NULL
);

-- One row: the last number given. Whoever writes holds it, so that writers take turns and numbers have no gaps.
CREATE TABLE change_head (
    id  INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq BIGINT  NOT NULL
);

INSERT INTO change_head (id, seq) VALUES (1, 0);

CREATE TABLE note (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
