-- What was decided about revisions: one line for each decision, never changed. A language of an item stands where the newest revision spoken of stands.

CREATE TABLE review (
    number   BIGINT  NOT NULL PRIMARY KEY,
    item_key UUID    NOT NULL REFERENCES node (key) ON DELETE CASCADE,
    culture  TEXT    NOT NULL,
    revision INTEGER NOT NULL,
    state    TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    by       TEXT    NOT NULL,
    note     TEXT    NOT NULL,
    -- The file an import took the revision from.
    origin   TEXT    NOT NULL
);

CREATE INDEX review_standing ON review (item_key, culture, revision, number);
CREATE INDEX review_waiting ON review (number) WHERE state = 'InReview';

CREATE TABLE comment (
    key         UUID    NOT NULL PRIMARY KEY,
    item_key    UUID    NOT NULL REFERENCES node (key) ON DELETE CASCADE,
    culture     TEXT    NOT NULL,
    property    TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    answers     UUID             REFERENCES comment (key) ON DELETE CASCADE,
    at          BIGINT  NOT NULL,
    by          TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    resolved_at BIGINT,
    resolved_by TEXT    NOT NULL
);

CREATE INDEX comment_item ON comment (item_key, at);
CREATE INDEX comment_answers ON comment (answers);

-- A release shows the revision that was approved when it was planned.
ALTER TABLE schedule ADD COLUMN revision INTEGER;
ALTER TABLE schedule ADD COLUMN reason TEXT NOT NULL DEFAULT '';

UPDATE schedule SET revision = (SELECT node.revision FROM node WHERE node.key = schedule.item_key) WHERE action = 'Release';

-- What the public sees already, and what was planned for it, counts as approved.
INSERT INTO review (number, item_key, culture, revision, state, at, by, note, origin)
SELECT ROW_NUMBER() OVER (ORDER BY at, item_key, culture, revision, step), item_key, culture, revision, state, at, 'system', '', ''
FROM (
    SELECT publication.item_key, publication.culture, publication.revision, states.state, states.step, publication.at
    FROM publication
    JOIN node ON node.key = publication.item_key AND node.kind = 'Document'
    CROSS JOIN (SELECT 'Approved' AS state, 1 AS step UNION ALL SELECT 'Published', 2) AS states
    UNION ALL
    SELECT schedule.item_key, schedule.culture, schedule.revision, 'Approved', 1, revision.at
    FROM schedule
    JOIN revision ON revision.item_key = schedule.item_key AND revision.number = schedule.revision
    WHERE schedule.action = 'Release' AND NOT EXISTS (
        SELECT 1 FROM publication
        WHERE publication.item_key = schedule.item_key AND publication.culture = schedule.culture AND publication.revision = schedule.revision)
) AS known;
