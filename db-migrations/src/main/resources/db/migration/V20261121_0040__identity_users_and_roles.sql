-- Who may sign in and what each may do: permissions are names that the code checks, roles bundle them.
CREATE TABLE semblance.app_user (
    id uuid CONSTRAINT app_user_id_pk PRIMARY KEY,
    username text NOT NULL CONSTRAINT app_user_username_ck
        CHECK (length(username) BETWEEN 1 AND 254 AND username = btrim(username)),
    display_name text NOT NULL CONSTRAINT app_user_display_name_ck CHECK (length(display_name) BETWEEN 1 AND 200),
    email text CONSTRAINT app_user_email_ck CHECK (length(email) BETWEEN 3 AND 254),
    password_hash text NOT NULL CONSTRAINT app_user_password_hash_ck CHECK (password_hash <> ''),
    status text NOT NULL DEFAULT 'active' CONSTRAINT app_user_status_ck CHECK (status IN ('active', 'disabled')),
    must_change_password boolean NOT NULL DEFAULT false,
    failed_attempts integer NOT NULL DEFAULT 0 CONSTRAINT app_user_failed_attempts_ck CHECK (failed_attempts >= 0),
    locked_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_sign_in_at timestamptz,
    version integer NOT NULL DEFAULT 0 CONSTRAINT app_user_version_ck CHECK (version >= 0)
);
CREATE UNIQUE INDEX app_user_username_uq ON semblance.app_user (lower(username));

COMMENT ON TABLE semblance.app_user IS 'Somebody, or a system, that may sign in';
COMMENT ON COLUMN semblance.app_user.id IS 'Identity of the user: a UUID of version 7, so that it sorts by age';
COMMENT ON COLUMN semblance.app_user.username IS 'Name to sign in with, unique without regard to upper and lower case';
COMMENT ON COLUMN semblance.app_user.display_name IS 'Name shown to people';
COMMENT ON COLUMN semblance.app_user.email IS 'Where the user gets mail, if anywhere';
COMMENT ON COLUMN semblance.app_user.password_hash IS 'Salted slow hash of the password with its parameters; not readable for reports';
COMMENT ON COLUMN semblance.app_user.status IS 'active may sign in, disabled may not';
COMMENT ON COLUMN semblance.app_user.must_change_password IS 'Whether the next sign-in must set a new password';
COMMENT ON COLUMN semblance.app_user.failed_attempts IS 'Wrong passwords since the last successful sign-in';
COMMENT ON COLUMN semblance.app_user.locked_until IS 'No sign-in before this time, after too many wrong passwords; null when not locked';
COMMENT ON COLUMN semblance.app_user.created_at IS 'When the user was made';
COMMENT ON COLUMN semblance.app_user.last_sign_in_at IS 'Last successful sign-in; null before the first';
COMMENT ON COLUMN semblance.app_user.version IS 'Number of changes, for optimistic locking';

CREATE TABLE semblance.role (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT role_id_pk PRIMARY KEY,
    name text NOT NULL
        CONSTRAINT role_name_uq UNIQUE
        CONSTRAINT role_name_ck CHECK (name ~ '^[a-z][a-z0-9-]{0,62}$'),
    description text NOT NULL,
    built_in boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE semblance.role IS 'A named bundle of permissions given to users';
COMMENT ON COLUMN semblance.role.id IS 'Identity of the role inside the database';
COMMENT ON COLUMN semblance.role.name IS 'Name in kebab-case';
COMMENT ON COLUMN semblance.role.description IS 'What somebody with this role does, for people who give it';
COMMENT ON COLUMN semblance.role.built_in IS 'Whether the role came with a migration and is not changed by users';

CREATE TABLE semblance.role_permission (
    role_id bigint NOT NULL
        CONSTRAINT role_permission_role_id_fk REFERENCES semblance.role (id) ON DELETE CASCADE,
    permission text NOT NULL CONSTRAINT role_permission_permission_ck CHECK (permission ~ '^[a-z-]+:[a-z-]+$'),
    CONSTRAINT role_permission_role_id_permission_pk PRIMARY KEY (role_id, permission)
);
COMMENT ON TABLE semblance.role_permission IS 'What a role allows';
COMMENT ON COLUMN semblance.role_permission.role_id IS 'Role that allows it';
COMMENT ON COLUMN semblance.role_permission.permission IS 'Permission as subject:action, one of the names that the code checks';

CREATE TABLE semblance.user_role (
    user_id uuid NOT NULL
        CONSTRAINT user_role_user_id_fk REFERENCES semblance.app_user (id) ON DELETE CASCADE,
    role_id bigint NOT NULL CONSTRAINT user_role_role_id_fk REFERENCES semblance.role (id),
    CONSTRAINT user_role_user_id_role_id_pk PRIMARY KEY (user_id, role_id)
);
CREATE INDEX user_role_role_id_ix ON semblance.user_role (role_id);
COMMENT ON TABLE semblance.user_role IS 'Which roles a user has; the permissions of all of them add up';
COMMENT ON COLUMN semblance.user_role.user_id IS 'User that has the role';
COMMENT ON COLUMN semblance.user_role.role_id IS 'Role that the user has; a role in use cannot be deleted';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON semblance.app_user, semblance.role, semblance.role_permission, semblance.user_role TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.role_id_seq TO semblance_app;
-- Reports never need a password hash.
REVOKE SELECT ON semblance.app_user FROM semblance_read;
GRANT SELECT (id, username, display_name, email, status, must_change_password, failed_attempts, locked_until,
    created_at, last_sign_in_at, version) ON semblance.app_user TO semblance_read;
