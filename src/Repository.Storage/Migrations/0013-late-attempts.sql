-- Attempts to apply that came when the time was over: when, and nothing of what they said. The first hour of each counts.

CREATE TABLE call_late_attempt (
    key      UUID   NOT NULL PRIMARY KEY,
    -- No foreign key: the page of the call may be gone for good.
    call_key UUID   NOT NULL,
    at       BIGINT NOT NULL
);

CREATE INDEX call_late_attempt_call ON call_late_attempt (call_key, at);
