-- An address outlives what stood at it: whoever comes by one learns that it is gone, also when the item, or the one above it, was deleted for good.
-- So nothing of this table goes with a node any more; what an item that was never public left is deleted by name.

ALTER TABLE former_segment RENAME TO bound_segment;

CREATE TABLE former_segment (
    parent_key UUID,
    culture    TEXT   NOT NULL,
    segment    TEXT   NOT NULL,
    item_key   UUID   NOT NULL,
    at         BIGINT NOT NULL
);

INSERT INTO former_segment (parent_key, culture, segment, item_key, at)
SELECT parent_key, culture, segment, item_key, at FROM bound_segment;

DROP TABLE bound_segment;

CREATE INDEX former_segment_address ON former_segment (parent_key, culture, segment);
CREATE INDEX former_segment_item ON former_segment (item_key);
