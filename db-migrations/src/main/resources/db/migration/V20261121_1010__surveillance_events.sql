-- What cameras saw and what happened to them is evidence: written once, kept by months, and never changed by anybody.
CREATE SEQUENCE semblance.event_position;
COMMENT ON SEQUENCE semblance.event_position IS 'Order of events of both kinds within a transaction';
GRANT USAGE ON SEQUENCE semblance.event_position TO semblance_app;

-- No foreign keys: an event that was kept on a disk must not be refused because a row has gone meanwhile.
CREATE TABLE semblance.recognition_events (
    id uuid NOT NULL,
    timestamp timestamptz NOT NULL,
    camera_id bigint NOT NULL,
    gallery_id bigint NOT NULL,
    outcome text NOT NULL
        CONSTRAINT recognition_events_outcome_ck CHECK (outcome IN ('matched', 'ambiguous', 'unknown', 'rejected')),
    reason text NOT NULL,
    person_id bigint,
    matched_user_id uuid,
    is_user_disabled boolean NOT NULL,
    confidence double precision,
    runner_up double precision,
    threshold double precision NOT NULL,
    margin double precision NOT NULL,
    quality double precision NOT NULL,
    liveness double precision,
    model text NOT NULL,
    is_unknown boolean NOT NULL,
    sighting_id uuid NOT NULL,
    door text,
    is_allowed boolean,
    access_reason text,
    access_rule_id bigint,
    is_late boolean NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    position bigint NOT NULL DEFAULT nextval('semblance.event_position'),
    CONSTRAINT recognition_events_is_unknown_ck CHECK (is_unknown = (outcome = 'unknown')),
    CONSTRAINT recognition_events_door_is_allowed_access_reason_ck
        CHECK ((door IS NULL) = (is_allowed IS NULL) AND (door IS NULL) = (access_reason IS NULL)),
    CONSTRAINT recognition_events_access_rule_id_ck CHECK (access_rule_id IS NULL OR door IS NOT NULL),
    CONSTRAINT recognition_events_id_timestamp_pk PRIMARY KEY (id, timestamp)
) PARTITION BY RANGE (timestamp);
-- Newest first, alone or with what is asked for most; what is rare has a small index.
CREATE INDEX recognition_events_timestamp_id_ix ON semblance.recognition_events (timestamp, id);
CREATE INDEX recognition_events_camera_id_timestamp_id_ix ON semblance.recognition_events (camera_id, timestamp, id);
CREATE INDEX recognition_events_gallery_id_timestamp_id_ix ON semblance.recognition_events (gallery_id, timestamp, id);
CREATE INDEX recognition_events_outcome_timestamp_id_ix ON semblance.recognition_events (outcome, timestamp, id);
CREATE INDEX recognition_events_person_id_timestamp_id_ix ON semblance.recognition_events (person_id, timestamp, id)
    WHERE person_id IS NOT NULL;
CREATE INDEX recognition_events_matched_user_id_timestamp_id_ix
    ON semblance.recognition_events (matched_user_id, timestamp, id) WHERE matched_user_id IS NOT NULL;
CREATE INDEX recognition_events_is_allowed_timestamp_id_ix
    ON semblance.recognition_events (timestamp, id) WHERE NOT is_allowed;
CREATE INDEX recognition_events_is_late_timestamp_id_ix ON semblance.recognition_events (timestamp, id) WHERE is_late;
CREATE INDEX recognition_events_transaction_position_ix ON semblance.recognition_events (transaction, position);

COMMENT ON TABLE semblance.recognition_events IS 'Who came into the sight of which camera: one row for each sighting, append-only for everybody, one partition a month (UTC)';
COMMENT ON COLUMN semblance.recognition_events.id IS 'Made where the frame was taken (version 7), so that writing it twice leaves one';
COMMENT ON COLUMN semblance.recognition_events.timestamp IS 'When the frame was taken, by the clock of the camera set right';
COMMENT ON COLUMN semblance.recognition_events.camera_id IS 'Which camera saw it';
COMMENT ON COLUMN semblance.recognition_events.gallery_id IS 'Gallery in which the face was looked for; may be gone';
COMMENT ON COLUMN semblance.recognition_events.outcome IS 'matched, ambiguous, unknown or rejected';
COMMENT ON COLUMN semblance.recognition_events.reason IS 'Code of the rule that decided';
COMMENT ON COLUMN semblance.recognition_events.person_id IS 'Whom it shows, by the number of that time; null when nobody was matched, and once the person is erased';
COMMENT ON COLUMN semblance.recognition_events.matched_user_id IS 'The user whose person that is; null when it is nobody''s, and once the person is erased';
COMMENT ON COLUMN semblance.recognition_events.is_user_disabled IS 'Whether that user was disabled';
COMMENT ON COLUMN semblance.recognition_events.confidence IS 'Similarity to the best person; null when there was nobody to compare with';
COMMENT ON COLUMN semblance.recognition_events.runner_up IS 'Similarity to the next person; null when there was none';
COMMENT ON COLUMN semblance.recognition_events.threshold IS 'Similarity that a match needed';
COMMENT ON COLUMN semblance.recognition_events.margin IS 'How far the best person had to be ahead of the next';
COMMENT ON COLUMN semblance.recognition_events.quality IS 'Quality of the face, 0 unusable to 1 best';
COMMENT ON COLUMN semblance.recognition_events.liveness IS 'Probability that the face was live; null where the pack cannot tell';
COMMENT ON COLUMN semblance.recognition_events.model IS 'Model that embedded the face';
COMMENT ON COLUMN semblance.recognition_events.is_unknown IS 'Whether it was the face of nobody known';
COMMENT ON COLUMN semblance.recognition_events.sighting_id IS 'The sighting that it began';
COMMENT ON COLUMN semblance.recognition_events.door IS 'Door at which was decided; null where the camera watches none';
COMMENT ON COLUMN semblance.recognition_events.is_allowed IS 'Whether the door was to open; null where there is none';
COMMENT ON COLUMN semblance.recognition_events.access_reason IS 'Code of why; null where there is no door';
COMMENT ON COLUMN semblance.recognition_events.access_rule_id IS 'Access rule that decided, which may be gone; null where none did';
COMMENT ON COLUMN semblance.recognition_events.is_late IS 'Whether it was kept on a disk while the database was away';
COMMENT ON COLUMN semblance.recognition_events.recorded_at IS 'When it was written here';
COMMENT ON COLUMN semblance.recognition_events.transaction IS 'Transaction that wrote it: those older than all that run are complete, so events are told in this order';
COMMENT ON COLUMN semblance.recognition_events.position IS 'Order within the transaction, over both kinds of events';

CREATE TABLE semblance.camera_events (
    id uuid NOT NULL,
    camera_id bigint NOT NULL,
    event_type text NOT NULL CONSTRAINT camera_events_event_type_ck CHECK (event_type <> ''),
    timestamp timestamptz NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    recorded_at timestamptz NOT NULL DEFAULT now(),
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    position bigint NOT NULL DEFAULT nextval('semblance.event_position'),
    CONSTRAINT camera_events_id_timestamp_pk PRIMARY KEY (id, timestamp)
) PARTITION BY RANGE (timestamp);
CREATE INDEX camera_events_timestamp_id_ix ON semblance.camera_events (timestamp, id);
CREATE INDEX camera_events_camera_id_timestamp_id_ix ON semblance.camera_events (camera_id, timestamp, id);
CREATE INDEX camera_events_event_type_timestamp_id_ix ON semblance.camera_events (event_type, timestamp, id);
CREATE INDEX camera_events_transaction_position_ix ON semblance.camera_events (transaction, position);

COMMENT ON TABLE semblance.camera_events IS 'What happened to cameras, append-only for everybody, one partition a month (UTC)';
COMMENT ON COLUMN semblance.camera_events.id IS 'Made where it happened (version 7), so that writing it twice leaves one';
COMMENT ON COLUMN semblance.camera_events.camera_id IS 'To which camera';
COMMENT ON COLUMN semblance.camera_events.event_type IS 'What happened: created, online, offline ...';
COMMENT ON COLUMN semblance.camera_events.timestamp IS 'When it happened';
COMMENT ON COLUMN semblance.camera_events.details IS 'Numbers, codes and times; no names';
COMMENT ON COLUMN semblance.camera_events.recorded_at IS 'When it was written here';
COMMENT ON COLUMN semblance.camera_events.transaction IS 'Transaction that wrote it: those older than all that run are complete, so events are told in this order';
COMMENT ON COLUMN semblance.camera_events.position IS 'Order within the transaction, over both kinds of events';

-- Two doors, both in functions of the owner: one forgets a person, one puts what lies in no month into its month.
CREATE FUNCTION semblance.refuse_event_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    door text := coalesce(current_setting('semblance.event_door', true), '');
BEGIN
    IF TG_OP = 'UPDATE' AND door = 'anonymise' THEN
        IF TG_LEVEL = 'STATEMENT' THEN
            RETURN NULL;
        END IF;
        IF to_jsonb(NEW) = to_jsonb(OLD) || '{"person_id": null, "matched_user_id": null, "is_user_disabled": false}' THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW' AND door = 'move' AND TG_TABLE_NAME LIKE '%\_other' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'Add a new row that corrects the old one.';
END
$$;
COMMENT ON FUNCTION semblance.refuse_event_change() IS
    'Trigger of tables of events: refuses every change but that of semblance.anonymise_events, which takes the person away and nothing else';

DO $$
DECLARE
    events text;
BEGIN
    FOREACH events IN ARRAY ARRAY['recognition_events', 'camera_events'] LOOP
        -- Statement triggers guard the table, row triggers its partitions; TRUNCATE of a partition needs one of its own.
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON semblance.%I FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_event_change()', events || '_append_only_tg', events);
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON semblance.%I FOR EACH ROW EXECUTE FUNCTION semblance.refuse_event_change()', events || '_row_append_only_tg', events);
        EXECUTE format('ALTER TABLE semblance.%1$I ENABLE ALWAYS TRIGGER %2$I, ENABLE ALWAYS TRIGGER %3$I', events, events || '_append_only_tg', events || '_row_append_only_tg');
        -- What no month takes is kept here, so that no clock and no missed month can refuse an event.
        EXECUTE format('CREATE TABLE semblance.%I PARTITION OF semblance.%I DEFAULT', events || '_other', events);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON semblance.%I FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_event_change()', events || '_other_truncate_tg', events || '_other');
        EXECUTE format('ALTER TABLE semblance.%I ENABLE ALWAYS TRIGGER %I', events || '_other', events || '_other_truncate_tg');
        EXECUTE format('COMMENT ON TABLE semblance.%I IS %L', events || '_other', 'Events of months that have no partition yet; semblance.make_event_partitions moves them there');
    END LOOP;
END
$$;

CREATE FUNCTION semblance.make_event_partition(of_table text, of_month date) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    own text := of_table || '_' || to_char(of_month, 'YYYY_MM');
    since timestamptz := date_trunc('month', of_month::timestamp)::timestamptz;
    until timestamptz := since + interval '1 month';
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('semblance.make_event_partition'));
    IF to_regclass('semblance.' || own) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('LOCK TABLE semblance.%I IN ACCESS EXCLUSIVE MODE', of_table || '_other');
    EXECUTE format('CREATE TABLE semblance.%I (LIKE semblance.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', own, of_table);
    EXECUTE format('INSERT INTO semblance.%I SELECT * FROM semblance.%I WHERE timestamp >= %L AND timestamp < %L', own, of_table || '_other', since, until);
    PERFORM set_config('semblance.event_door', 'move', true);
    EXECUTE format('DELETE FROM semblance.%I WHERE timestamp >= %L AND timestamp < %L', of_table || '_other', since, until);
    PERFORM set_config('semblance.event_door', '', true);
    EXECUTE format('ALTER TABLE semblance.%I ATTACH PARTITION semblance.%I FOR VALUES FROM (%L) TO (%L)', of_table, own, since, until);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON semblance.%I FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_event_change()', own || '_truncate_tg', own);
    EXECUTE format('ALTER TABLE semblance.%I ENABLE ALWAYS TRIGGER %I', own, own || '_truncate_tg');
    EXECUTE format('GRANT SELECT ON semblance.%I TO semblance_app', own);
    RETURN true;
END
$$;
COMMENT ON FUNCTION semblance.make_event_partition(text, date) IS
    'Makes the partition of a month, with the events of that month that had none; false when there is one';

CREATE FUNCTION semblance.make_event_partitions(months_ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '5s' AS $$
DECLARE
    events text;
    month date;
    made integer := 0;
    this_month date := date_trunc('month', now());
    last_month date := this_month + least(greatest(months_ahead, 0), 24) * interval '1 month';
BEGIN
    FOREACH events IN ARRAY ARRAY['recognition_events', 'camera_events'] LOOP
        FOR month IN EXECUTE format(
            'SELECT month::date FROM generate_series(%L::date - interval ''1 month'', %L::date, interval ''1 month'') AS month'
            ' UNION (SELECT DISTINCT date_trunc(''month'', timestamp)::date FROM semblance.%I WHERE timestamp < %L::date + interval ''1 month'' LIMIT 24)',
            this_month, last_month, events || '_other', last_month) LOOP
            IF semblance.make_event_partition(events, month) THEN
                made := made + 1;
            END IF;
        END LOOP;
    END LOOP;
    RETURN made;
END
$$;
COMMENT ON FUNCTION semblance.make_event_partitions(integer) IS
    'Makes the partitions of last month, this month and so many after it, and of earlier months of which events came late; says how many were missing. What claims to be of a later month waits in the table of others';
REVOKE EXECUTE ON FUNCTION semblance.make_event_partition(text, date), semblance.make_event_partitions(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION semblance.make_event_partitions(integer) TO semblance_app;
SELECT semblance.make_event_partitions(3);

GRANT SELECT, INSERT ON semblance.recognition_events, semblance.camera_events TO semblance_app;
