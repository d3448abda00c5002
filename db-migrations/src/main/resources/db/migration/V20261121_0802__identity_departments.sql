-- Users belong somewhere in the company, get a password that is good for a while only, and have roles of the company's own.
CREATE TABLE semblance.department (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT department_id_pk PRIMARY KEY,
    name text NOT NULL CONSTRAINT department_name_ck CHECK (length(name) BETWEEN 1 AND 200 AND name = btrim(name)),
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 0 CONSTRAINT department_version_ck CHECK (version >= 0)
);
CREATE UNIQUE INDEX department_name_uq ON semblance.department (lower(name));
COMMENT ON TABLE semblance.department IS 'A part of the company to which users belong; it gives no rights';
COMMENT ON COLUMN semblance.department.id IS 'Identity of the department';
COMMENT ON COLUMN semblance.department.name IS 'What people call it, unique without regard to upper and lower case';
COMMENT ON COLUMN semblance.department.created_at IS 'When it was made';
COMMENT ON COLUMN semblance.department.version IS 'Number of changes, for optimistic locking';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.department TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.department_id_seq TO semblance_app;

ALTER TABLE semblance.app_user
    ADD COLUMN department_id bigint
        CONSTRAINT app_user_department_id_fk REFERENCES semblance.department (id),
    ADD COLUMN password_expires_at timestamptz;
CREATE INDEX app_user_department_id_ix ON semblance.app_user (department_id);
COMMENT ON COLUMN semblance.app_user.department_id IS 'Where the user belongs; null for nowhere in particular';
COMMENT ON COLUMN semblance.app_user.password_expires_at IS 'When a one-time password is no longer accepted; null when it does not expire';
GRANT SELECT (department_id, password_expires_at) ON semblance.app_user TO semblance_read;

ALTER TABLE semblance.role
    ADD COLUMN version integer NOT NULL DEFAULT 0 CONSTRAINT role_version_ck CHECK (version >= 0),
    ADD CONSTRAINT role_description_ck CHECK (length(description) BETWEEN 1 AND 500);
COMMENT ON COLUMN semblance.role.version IS 'Number of changes, for optimistic locking';
