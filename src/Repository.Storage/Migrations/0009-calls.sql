-- What is done about the entries that apply to a call, beside the entry itself: the rubric they are judged by, those who judge, the decision. Goes with what people
-- said when an entry is erased.

CREATE TABLE call_application (
    entry_key    UUID    NOT NULL PRIMARY KEY REFERENCES form_entry (key) ON DELETE CASCADE,
    -- No foreign key: the page of the call may be gone for good.
    call_key     UUID,
    remedy       TEXT,
    remedy_until BIGINT,
    -- As it stood when the evaluation began; JSON.
    rubric       TEXT,
    threshold    TEXT,
    recognised   BOOLEAN,
    reason       TEXT,
    decided_at   BIGINT,
    decided_by   TEXT,
    start_day    TEXT
);

-- What an evaluator says. Once sealed_at is set nothing is written to it any more.
CREATE TABLE call_sheet (
    entry_key       UUID    NOT NULL REFERENCES call_application (entry_key) ON DELETE CASCADE,
    evaluator       UUID    NOT NULL,
    place           INTEGER NOT NULL,
    revision        INTEGER NOT NULL,
    conflict        BOOLEAN,
    conflict_reason TEXT    NOT NULL,
    scores          TEXT    NOT NULL,
    sealed_at       BIGINT,
    PRIMARY KEY (entry_key, evaluator)
);

CREATE INDEX call_sheet_evaluator ON call_sheet (evaluator, entry_key);

-- Never a score.
CREATE TABLE call_event (
    entry_key UUID    NOT NULL REFERENCES call_application (entry_key) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    at        BIGINT  NOT NULL,
    by        TEXT    NOT NULL,
    deed      TEXT    NOT NULL,
    subject   UUID,
    text      TEXT    NOT NULL,
    PRIMARY KEY (entry_key, number)
);
