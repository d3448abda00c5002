-- A caller's rate is bounded over all nodes together: each node takes some units in advance, so that not every request writes.
CREATE TABLE semblance.rate_bucket (
    caller text CONSTRAINT rate_bucket_caller_pk PRIMARY KEY
        CONSTRAINT rate_bucket_caller_ck CHECK (length(caller) BETWEEN 1 AND 300),
    units double precision NOT NULL CONSTRAINT rate_bucket_units_ck CHECK (units >= 0),
    filled_at timestamptz NOT NULL,
    day date NOT NULL,
    used_on_day bigint NOT NULL CONSTRAINT rate_bucket_used_on_day_ck CHECK (used_on_day >= 0)
);
CREATE INDEX rate_bucket_filled_at_ix ON semblance.rate_bucket (filled_at);
COMMENT ON TABLE semblance.rate_bucket IS 'What callers may still ask of the API: units that come back over time, and what was used of the day''s';
COMMENT ON COLUMN semblance.rate_bucket.caller IS 'User or API key that spends from the bucket';
COMMENT ON COLUMN semblance.rate_bucket.units IS 'Units that were in the bucket at filled_at; since then more have come';
COMMENT ON COLUMN semblance.rate_bucket.filled_at IS 'When units was right';
COMMENT ON COLUMN semblance.rate_bucket.day IS 'Day (UTC) that used_on_day counts';
COMMENT ON COLUMN semblance.rate_bucket.used_on_day IS 'Units that nodes took out on that day';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.rate_bucket TO semblance_app;
