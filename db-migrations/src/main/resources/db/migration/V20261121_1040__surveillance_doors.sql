-- Doors open for those whom their cameras recognise: who may pass where and when is said by rules that people can read.
CREATE TABLE semblance.door (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT door_id_pk PRIMARY KEY,
    name text NOT NULL
        CONSTRAINT door_name_uq UNIQUE
        CONSTRAINT door_name_ck CHECK (name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
    title text NOT NULL CONSTRAINT door_title_ck CHECK (length(title) BETWEEN 1 AND 200),
    zone text NOT NULL CONSTRAINT door_zone_ck CHECK (length(zone) BETWEEN 1 AND 100),
    is_enabled boolean NOT NULL,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE semblance.door IS 'Doors, gates and turnstiles that open for some of those whom their cameras recognise';
COMMENT ON COLUMN semblance.door.id IS 'Identity of the door';
COMMENT ON COLUMN semblance.door.name IS 'Name in addresses and in what its controller is told; it stays';
COMMENT ON COLUMN semblance.door.title IS 'What people call it';
COMMENT ON COLUMN semblance.door.zone IS 'Time zone whose clock the hours and days of its rules go by';
COMMENT ON COLUMN semblance.door.is_enabled IS 'Whether anything is decided at it';
COMMENT ON COLUMN semblance.door.created_at IS 'When it was set up';
COMMENT ON COLUMN semblance.door.version IS 'Grows with every change';

CREATE TABLE semblance.door_camera (
    camera_id bigint CONSTRAINT door_camera_camera_id_pk PRIMARY KEY
        CONSTRAINT door_camera_camera_id_fk REFERENCES semblance.camera (id) ON DELETE CASCADE,
    door_id bigint NOT NULL CONSTRAINT door_camera_door_id_fk REFERENCES semblance.door (id) ON DELETE CASCADE
);
CREATE INDEX door_camera_door_id_ix ON semblance.door_camera (door_id);
COMMENT ON TABLE semblance.door_camera IS 'Which cameras watch which door; a camera watches one at most';
COMMENT ON COLUMN semblance.door_camera.camera_id IS 'Camera that watches; one that was removed no longer does';
COMMENT ON COLUMN semblance.door_camera.door_id IS 'Door that it watches';

CREATE TABLE semblance.access_calendar (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT access_calendar_id_pk PRIMARY KEY,
    title text NOT NULL CONSTRAINT access_calendar_title_ck CHECK (length(title) BETWEEN 1 AND 200),
    days text[] NOT NULL CONSTRAINT access_calendar_days_ck CHECK (cardinality(days) BETWEEN 1 AND 1000),
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX access_calendar_title_uq ON semblance.access_calendar (lower(title));
COMMENT ON TABLE semblance.access_calendar IS 'Days on which rules hold, or do not, such as public holidays';
COMMENT ON COLUMN semblance.access_calendar.id IS 'Identity of the calendar';
COMMENT ON COLUMN semblance.access_calendar.title IS 'What people call it, unique without regard to upper and lower case';
COMMENT ON COLUMN semblance.access_calendar.days IS 'Days and ranges of days: 2026-12-24, 2026-12-24..2026-12-26, yearly 12-25, yearly 12-24..01-06';
COMMENT ON COLUMN semblance.access_calendar.created_at IS 'When it was made';
COMMENT ON COLUMN semblance.access_calendar.version IS 'Grows with every change';

CREATE TABLE semblance.access_rule (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT access_rule_id_pk PRIMARY KEY,
    title text NOT NULL CONSTRAINT access_rule_title_ck CHECK (length(title) BETWEEN 1 AND 200),
    is_on boolean NOT NULL,
    effect text NOT NULL CONSTRAINT access_rule_effect_ck CHECK (effect IN ('allow', 'deny')),
    whom text NOT NULL CONSTRAINT access_rule_whom_ck
        CHECK (whom IN ('everybody', 'role', 'department', 'person', 'user')),
    role_id bigint
        CONSTRAINT access_rule_role_id_fk REFERENCES semblance.role (id) ON DELETE SET NULL
        CONSTRAINT access_rule_role_id_ck CHECK (role_id IS NULL OR whom = 'role'),
    department_id bigint
        CONSTRAINT access_rule_department_id_fk REFERENCES semblance.department (id) ON DELETE SET NULL
        CONSTRAINT access_rule_department_id_ck CHECK (department_id IS NULL OR whom = 'department'),
    person_id bigint
        CONSTRAINT access_rule_person_id_fk REFERENCES semblance.person (id) ON DELETE SET NULL
        CONSTRAINT access_rule_person_id_ck CHECK (person_id IS NULL OR whom = 'person'),
    user_id uuid
        CONSTRAINT access_rule_user_id_fk REFERENCES semblance.app_user (id) ON DELETE SET NULL
        CONSTRAINT access_rule_user_id_ck CHECK (user_id IS NULL OR whom = 'user'),
    all_doors boolean NOT NULL,
    hours text[] NOT NULL CONSTRAINT access_rule_hours_ck CHECK (cardinality(hours) <= 50),
    calendar_id bigint CONSTRAINT access_rule_calendar_id_fk REFERENCES semblance.access_calendar (id),
    calendar_use text CONSTRAINT access_rule_calendar_use_ck CHECK (calendar_use IN ('only', 'never')),
    valid_from timestamptz,
    valid_until timestamptz,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT access_rule_calendar_id_calendar_use_ck CHECK ((calendar_id IS NULL) = (calendar_use IS NULL)),
    CONSTRAINT access_rule_valid_from_valid_until_ck CHECK (valid_from < valid_until)
);
CREATE INDEX access_rule_role_id_ix ON semblance.access_rule (role_id);
CREATE INDEX access_rule_department_id_ix ON semblance.access_rule (department_id);
CREATE INDEX access_rule_person_id_ix ON semblance.access_rule (person_id);
CREATE INDEX access_rule_user_id_ix ON semblance.access_rule (user_id);
CREATE INDEX access_rule_calendar_id_ix ON semblance.access_rule (calendar_id);
COMMENT ON TABLE semblance.access_rule IS 'Who may pass, and who may not; what no rule allows is denied, and a rule that denies beats all that allow';
COMMENT ON COLUMN semblance.access_rule.id IS 'Identity of the rule';
COMMENT ON COLUMN semblance.access_rule.title IS 'What people call it';
COMMENT ON COLUMN semblance.access_rule.is_on IS 'Whether it counts';
COMMENT ON COLUMN semblance.access_rule.effect IS 'allow or deny';
COMMENT ON COLUMN semblance.access_rule.whom IS 'Whom it is about: everybody who is recognised, or those with a role, of a department, one person or one user';
COMMENT ON COLUMN semblance.access_rule.role_id IS 'The role; null for other rules, and when it is gone: then the rule matches nobody';
COMMENT ON COLUMN semblance.access_rule.department_id IS 'The department; null likewise';
COMMENT ON COLUMN semblance.access_rule.person_id IS 'The person; null likewise';
COMMENT ON COLUMN semblance.access_rule.user_id IS 'The user; null likewise';
COMMENT ON COLUMN semblance.access_rule.all_doors IS 'Whether it holds at every door, those of tomorrow included; otherwise at those in access_rule_door';
COMMENT ON COLUMN semblance.access_rule.hours IS 'When in the week, by the clock at the door, such as mon-fri 07:00-19:00; empty for always';
COMMENT ON COLUMN semblance.access_rule.calendar_id IS 'Calendar that it goes by; null without one. A calendar in use cannot be deleted';
COMMENT ON COLUMN semblance.access_rule.calendar_use IS 'only: it holds on the days of the calendar; never: on all others';
COMMENT ON COLUMN semblance.access_rule.valid_from IS 'First moment at which it holds; null for no bound';
COMMENT ON COLUMN semblance.access_rule.valid_until IS 'First moment at which it holds no more; null for no bound';
COMMENT ON COLUMN semblance.access_rule.created_at IS 'When it was made';
COMMENT ON COLUMN semblance.access_rule.version IS 'Grows with every change';

CREATE TABLE semblance.access_rule_door (
    rule_id bigint NOT NULL
        CONSTRAINT access_rule_door_rule_id_fk REFERENCES semblance.access_rule (id) ON DELETE CASCADE,
    door_id bigint NOT NULL CONSTRAINT access_rule_door_door_id_fk REFERENCES semblance.door (id) ON DELETE CASCADE,
    CONSTRAINT access_rule_door_rule_id_door_id_pk PRIMARY KEY (rule_id, door_id)
);
CREATE INDEX access_rule_door_door_id_ix ON semblance.access_rule_door (door_id);
COMMENT ON TABLE semblance.access_rule_door IS 'At which doors a rule holds that does not hold at all of them';
COMMENT ON COLUMN semblance.access_rule_door.rule_id IS 'The rule';
COMMENT ON COLUMN semblance.access_rule_door.door_id IS 'A door at which it holds';

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.door, semblance.access_calendar, semblance.access_rule TO semblance_app;
GRANT SELECT, INSERT, DELETE ON semblance.door_camera, semblance.access_rule_door TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.door_id_seq, semblance.access_calendar_id_seq, semblance.access_rule_id_seq TO semblance_app;
