-- A trail grows for ever and must stay quick, and what only the database guards its administrator can change: months become partitions, and every entry a link of a chain that is sealed with a key from outside.
CREATE TABLE semblance.audit_entry_before AS SELECT * FROM semblance.audit_entry;
DROP TABLE semblance.audit_entry;

CREATE TABLE semblance.audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY,
    occurred_at timestamptz NOT NULL,
    actor text NOT NULL,
    actor_kind text NOT NULL CONSTRAINT audit_entry_actor_kind_ck CHECK (actor_kind IN ('user', 'key', 'job', 'system')),
    permission text,
    action text NOT NULL CONSTRAINT audit_entry_action_ck CHECK (action <> ''),
    subject_type text,
    subject_id text,
    outcome text NOT NULL CONSTRAINT audit_entry_outcome_ck CHECK (outcome <> ''),
    client_address text,
    user_agent text,
    request_id text,
    details jsonb NOT NULL DEFAULT '{}',
    changes jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT audit_entry_id_occurred_at_pk PRIMARY KEY (id, occurred_at)
) PARTITION BY RANGE (occurred_at);
-- Newest first, alone or with what is asked for most; a refusal is rare, so its index is small.
CREATE INDEX audit_entry_occurred_at_id_ix ON semblance.audit_entry (occurred_at, id);
CREATE INDEX audit_entry_actor_occurred_at_id_ix ON semblance.audit_entry (actor, occurred_at, id);
CREATE INDEX audit_entry_action_occurred_at_id_ix ON semblance.audit_entry (action, occurred_at, id);
CREATE INDEX audit_entry_subject_type_subject_id_occurred_at_id_ix
    ON semblance.audit_entry (subject_type, subject_id, occurred_at, id);
CREATE INDEX audit_entry_client_address_occurred_at_id_ix ON semblance.audit_entry (client_address, occurred_at, id);
CREATE INDEX audit_entry_request_id_ix ON semblance.audit_entry (request_id);
CREATE INDEX audit_entry_outcome_occurred_at_id_ix ON semblance.audit_entry (outcome, occurred_at, id)
    WHERE outcome <> 'success';

COMMENT ON TABLE semblance.audit_entry IS 'The audit trail: one row for each change and each refusal, append-only for everybody, one partition a month (UTC)';
COMMENT ON COLUMN semblance.audit_entry.id IS 'Number of the entry; numbers are missing where a transaction was rolled back';
COMMENT ON COLUMN semblance.audit_entry.occurred_at IS 'When it happened, by the clock of the node that wrote it';
COMMENT ON COLUMN semblance.audit_entry.actor IS 'Who did it: a user name as it was typed, a job or a part of the system';
COMMENT ON COLUMN semblance.audit_entry.actor_kind IS 'What the actor is: user, key (an API key, by its public prefix), job or system';
COMMENT ON COLUMN semblance.audit_entry.permission IS 'Permission by which it was done or for want of which it was refused; null where none was asked for';
COMMENT ON COLUMN semblance.audit_entry.action IS 'What was done';
COMMENT ON COLUMN semblance.audit_entry.subject_type IS 'Kind of thing it was done to; null when there is none';
COMMENT ON COLUMN semblance.audit_entry.subject_id IS 'Identity of the thing it was done to; null when there is none';
COMMENT ON COLUMN semblance.audit_entry.outcome IS 'How it ended: success or refused';
COMMENT ON COLUMN semblance.audit_entry.client_address IS 'Network address it came from; null for jobs and the system';
COMMENT ON COLUMN semblance.audit_entry.user_agent IS 'What the client called itself, cut to 256 characters; null for jobs and the system';
COMMENT ON COLUMN semblance.audit_entry.request_id IS 'Request it was part of, as in the log lines; null outside a request';
COMMENT ON COLUMN semblance.audit_entry.details IS 'What else is worth knowing, without secrets, pictures or embeddings';
COMMENT ON COLUMN semblance.audit_entry.changes IS 'Changed fields, each with the value before and after; no values where they are personal or secret';

-- Statement triggers guard the table, row triggers its partitions; TRUNCATE of a partition needs a trigger of its own.
CREATE TRIGGER audit_entry_append_only_tg BEFORE UPDATE OR DELETE OR TRUNCATE ON semblance.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_change();
CREATE TRIGGER audit_entry_row_append_only_tg BEFORE UPDATE OR DELETE ON semblance.audit_entry
    FOR EACH ROW EXECUTE FUNCTION semblance.refuse_change();
ALTER TABLE semblance.audit_entry ENABLE ALWAYS TRIGGER audit_entry_append_only_tg;
ALTER TABLE semblance.audit_entry ENABLE ALWAYS TRIGGER audit_entry_row_append_only_tg;

-- What no month takes is kept here, so that no clock and no missed job can stop the work that is recorded.
CREATE TABLE semblance.audit_entry_other PARTITION OF semblance.audit_entry DEFAULT;
CREATE TRIGGER audit_entry_other_truncate_tg BEFORE TRUNCATE ON semblance.audit_entry_other
    FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_change();
ALTER TABLE semblance.audit_entry_other ENABLE ALWAYS TRIGGER audit_entry_other_truncate_tg;
COMMENT ON TABLE semblance.audit_entry_other IS 'Entries of months that had no partition when the first of them was written';

CREATE FUNCTION semblance.make_audit_partition(of_month date) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    own text := 'audit_entry_' || to_char(of_month, 'YYYY_MM');
    since timestamptz := date_trunc('month', of_month::timestamp)::timestamptz;
    until timestamptz := since + interval '1 month';
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('semblance.make_audit_partition'));
    IF to_regclass('semblance.' || own) IS NOT NULL THEN
        RETURN false;
    END IF;
    LOCK TABLE semblance.audit_entry_other IN ACCESS EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM semblance.audit_entry_other WHERE occurred_at >= since AND occurred_at < until) THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE semblance.%I (LIKE semblance.audit_entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', own);
    EXECUTE format('ALTER TABLE semblance.audit_entry ATTACH PARTITION semblance.%I FOR VALUES FROM (%L) TO (%L)', own, since, until);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON semblance.%I FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_change()', own || '_truncate_tg', own);
    EXECUTE format('ALTER TABLE semblance.%I ENABLE ALWAYS TRIGGER %I', own, own || '_truncate_tg');
    RETURN true;
END
$$;
COMMENT ON FUNCTION semblance.make_audit_partition(date) IS
    'Makes the partition of a month; false when there is one, or when entries of that month lie in audit_entry_other, where it then stays';

CREATE FUNCTION semblance.make_audit_partitions(months_ahead integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
    SELECT count(*) FILTER (WHERE semblance.make_audit_partition(month::date))::integer
      FROM generate_series(date_trunc('month', now() AT TIME ZONE 'UTC'),
                           date_trunc('month', now() AT TIME ZONE 'UTC') + least(greatest(months_ahead, 0), 24) * interval '1 month',
                           interval '1 month') AS month;
$$;
COMMENT ON FUNCTION semblance.make_audit_partitions(integer) IS
    'Makes the partitions of this month and of so many after it; says how many were missing';
REVOKE EXECUTE ON FUNCTION semblance.make_audit_partition(date), semblance.make_audit_partitions(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION semblance.make_audit_partitions(integer) TO semblance_app;

DO $$
BEGIN
    PERFORM semblance.make_audit_partition(month)
       FROM (SELECT DISTINCT date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS month
               FROM semblance.audit_entry_before) AS recorded;
    PERFORM semblance.make_audit_partitions(3);
END
$$;
INSERT INTO semblance.audit_entry (id, occurred_at, actor, actor_kind, action, subject_type, subject_id, outcome,
                                   client_address, request_id, details)
OVERRIDING SYSTEM VALUE
SELECT id, occurred_at, actor, actor_kind, action, subject_type, subject_id, outcome, client_address, request_id, details
  FROM semblance.audit_entry_before;
SELECT setval('semblance.audit_entry_id_seq', coalesce(max(id), 1), max(id) IS NOT NULL) FROM semblance.audit_entry_before;
DROP TABLE semblance.audit_entry_before;

GRANT SELECT, INSERT ON semblance.audit_entry TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.audit_entry_id_seq TO semblance_app;

CREATE TABLE semblance.audit_seal (
    month date NOT NULL CONSTRAINT audit_seal_month_ck CHECK (extract(day FROM month) = 1),
    position bigint NOT NULL CONSTRAINT audit_seal_position_ck CHECK (position > 0),
    entry_id bigint NOT NULL CONSTRAINT audit_seal_entry_id_uq UNIQUE,
    occurred_at timestamptz NOT NULL,
    entry_digest bytea NOT NULL CONSTRAINT audit_seal_entry_digest_ck CHECK (octet_length(entry_digest) = 32),
    settled_to bigint NOT NULL,
    sealed_at timestamptz NOT NULL,
    key_name text NOT NULL,
    seal bytea NOT NULL CONSTRAINT audit_seal_seal_ck CHECK (octet_length(seal) = 32),
    CONSTRAINT audit_seal_month_position_pk PRIMARY KEY (month, position)
);
CREATE INDEX audit_seal_settled_to_ix ON semblance.audit_seal (settled_to);
COMMENT ON TABLE semblance.audit_seal IS 'The chains of the audit trail, one a month: one link for each entry, written soon after its transaction ended';
COMMENT ON COLUMN semblance.audit_seal.month IS 'First day of the month (UTC) in which the entry says that it happened';
COMMENT ON COLUMN semblance.audit_seal.position IS 'Place in the chain, from 1 without gaps';
COMMENT ON COLUMN semblance.audit_seal.entry_id IS 'Number of the entry';
COMMENT ON COLUMN semblance.audit_seal.occurred_at IS 'When it happened, as in the entry';
COMMENT ON COLUMN semblance.audit_seal.entry_digest IS 'SHA-256 of all columns of the entry';
COMMENT ON COLUMN semblance.audit_seal.settled_to IS 'Entries up to this number were sealed by then or will never exist';
COMMENT ON COLUMN semblance.audit_seal.sealed_at IS 'When the entry was sealed, by the clock of the node that did it';
COMMENT ON COLUMN semblance.audit_seal.key_name IS 'Which key sealed: the beginning of the SHA-256 of the key';
COMMENT ON COLUMN semblance.audit_seal.seal IS 'HMAC-SHA-256 of all columns before and of the seal before this one';
CREATE TRIGGER audit_seal_append_only_tg BEFORE UPDATE OR DELETE OR TRUNCATE ON semblance.audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_change();
ALTER TABLE semblance.audit_seal ENABLE ALWAYS TRIGGER audit_seal_append_only_tg;
GRANT SELECT, INSERT ON semblance.audit_seal TO semblance_app;

CREATE TABLE semblance.audit_verification (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_verification_id_pk PRIMARY KEY,
    started_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL,
    started_by text NOT NULL,
    entries bigint NOT NULL,
    findings integer NOT NULL CONSTRAINT audit_verification_findings_ck CHECK (findings >= 0)
);
CREATE INDEX audit_verification_ended_at_ix ON semblance.audit_verification (ended_at);
COMMENT ON TABLE semblance.audit_verification IS 'Completed verifications of the audit trail';
COMMENT ON COLUMN semblance.audit_verification.id IS 'Number of the verification';
COMMENT ON COLUMN semblance.audit_verification.started_at IS 'When it began';
COMMENT ON COLUMN semblance.audit_verification.ended_at IS 'When it ended';
COMMENT ON COLUMN semblance.audit_verification.started_by IS 'Who asked for it; semblance for the daily one';
COMMENT ON COLUMN semblance.audit_verification.entries IS 'How many sealed entries were compared';
COMMENT ON COLUMN semblance.audit_verification.findings IS 'How much was found to be wrong; 0 is good';
CREATE TABLE semblance.audit_finding (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_finding_id_pk PRIMARY KEY,
    verification_id bigint NOT NULL CONSTRAINT audit_finding_verification_id_fk REFERENCES semblance.audit_verification,
    kind text NOT NULL,
    month date NOT NULL,
    position bigint,
    entry_id bigint,
    message text NOT NULL
);
CREATE INDEX audit_finding_verification_id_ix ON semblance.audit_finding (verification_id);
COMMENT ON TABLE semblance.audit_finding IS 'What verifications of the audit trail found to be wrong';
COMMENT ON COLUMN semblance.audit_finding.id IS 'Number of the finding';
COMMENT ON COLUMN semblance.audit_finding.verification_id IS 'Verification that found it';
COMMENT ON COLUMN semblance.audit_finding.kind IS 'What is wrong: entry-changed, entry-removed, entry-inserted, seal-broken, seals-removed or chain-cut';
COMMENT ON COLUMN semblance.audit_finding.month IS 'Chain in which it was found';
COMMENT ON COLUMN semblance.audit_finding.position IS 'First place in the chain that it concerns; null for an entry that is in none';
COMMENT ON COLUMN semblance.audit_finding.entry_id IS 'First entry that it concerns; null where that is no longer known';
COMMENT ON COLUMN semblance.audit_finding.message IS 'The same in words';
CREATE TRIGGER audit_verification_append_only_tg BEFORE UPDATE OR DELETE OR TRUNCATE ON semblance.audit_verification
    FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_change();
ALTER TABLE semblance.audit_verification ENABLE ALWAYS TRIGGER audit_verification_append_only_tg;
CREATE TRIGGER audit_finding_append_only_tg BEFORE UPDATE OR DELETE OR TRUNCATE ON semblance.audit_finding
    FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_change();
ALTER TABLE semblance.audit_finding ENABLE ALWAYS TRIGGER audit_finding_append_only_tg;
GRANT SELECT, INSERT ON semblance.audit_verification, semblance.audit_finding TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.audit_verification_id_seq, semblance.audit_finding_id_seq TO semblance_app;
