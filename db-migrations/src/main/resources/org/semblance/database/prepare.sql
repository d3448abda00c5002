-- Makes what a database administrator must make once, before the migrations: three roles, the database, the extension.
-- Run it again at any time; it changes only what differs, and it sets the passwords to those given.
--
--   SEMBLANCE_DB_OWNER_PASSWORD=… SEMBLANCE_DB_PASSWORD=… SEMBLANCE_DB_READ_PASSWORD=… \
--   psql -X -q -v database=semblance -d postgres -f prepare.sql
--
-- Each value may be a psql variable (database, owner_password, app_password, read_password) or come from the
-- environment as above; prefer the environment for passwords, because other users can see the arguments of a process.
-- Needs a superuser, or a role with CREATEROLE and CREATEDB that may create the extension.
\set ON_ERROR_STOP on
\set ECHO none
\set QUIET on
\if :{?database}
\else
    \set database semblance
\endif
\if :{?owner_password}
\else
    \getenv owner_password SEMBLANCE_DB_OWNER_PASSWORD
\endif
\if :{?app_password}
\else
    \getenv app_password SEMBLANCE_DB_PASSWORD
\endif
\if :{?read_password}
\else
    \getenv read_password SEMBLANCE_DB_READ_PASSWORD
\endif
\if :{?owner_password}
\else
    \set owner_password ''
\endif
\if :{?app_password}
\else
    \set app_password ''
\endif
\if :{?read_password}
\else
    \set read_password ''
\endif

SET client_min_messages = warning;
-- The statements below carry passwords: keep them out of the server's log and out of pg_stat_statements, where allowed.
SELECT format('SET %s = %s', name, quiet)
FROM (VALUES
    ('log_statement', 'none'),
    ('log_min_duration_statement', '-1'),
    ('log_min_error_statement', 'panic'),
    ('pg_stat_statements.track_utility', 'off')
) AS wanted (name, quiet)
JOIN pg_settings USING (name)
WHERE (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
\gexec

SELECT current_setting('server_version_num')::integer < 150000 AS too_old,
       :'owner_password' = '' OR :'app_password' = '' OR :'read_password' = '' AS password_missing
\gset
\if :too_old
    DO $$ BEGIN RAISE EXCEPTION 'PostgreSQL % is too old: 15 or newer is needed', current_setting('server_version'); END $$;
\endif
\if :password_missing
    DO $$ BEGIN RAISE EXCEPTION 'A password is missing: set SEMBLANCE_DB_OWNER_PASSWORD, SEMBLANCE_DB_PASSWORD and SEMBLANCE_DB_READ_PASSWORD'; END $$;
\endif
DO $$
DECLARE
    available text := (SELECT default_version FROM pg_available_extensions WHERE name = 'vector');
BEGIN
    IF available IS NULL THEN
        RAISE EXCEPTION 'pgvector is not installed on this database server: install the package postgresql-%-pgvector, or build pgvector 0.8.0 or newer',
            current_setting('server_version_num')::integer / 10000;
    END IF;
    IF (string_to_array(available, '.')::integer[]) < ARRAY[0, 8, 0] THEN
        RAISE EXCEPTION 'pgvector % on this database server is too old: install 0.8.0 or newer', available;
    END IF;
END
$$;

-- Roles: none may do more than its work needs.
SELECT format('CREATE ROLE %I LOGIN', wanted.name)
FROM (VALUES ('semblance_owner'), ('semblance_app'), ('semblance_read')) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name)
\gexec
SELECT format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', rolname)
FROM pg_roles
WHERE rolname IN ('semblance_owner', 'semblance_app', 'semblance_read')
  AND (NOT rolcanlogin OR rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)
\gexec
ALTER ROLE semblance_owner PASSWORD :'owner_password';
ALTER ROLE semblance_app PASSWORD :'app_password';
ALTER ROLE semblance_read PASSWORD :'read_password';

ALTER ROLE semblance_owner SET search_path = semblance, jobs, public;
ALTER ROLE semblance_app SET search_path = semblance, jobs, public;
ALTER ROLE semblance_read SET search_path = semblance, jobs, public;
-- A migration that cannot get its lock fails instead of queueing everybody behind it.
ALTER ROLE semblance_owner SET lock_timeout = '60s';
-- Nothing that the server asks takes a minute; a batch chunk may think for some minutes between two statements.
ALTER ROLE semblance_app SET statement_timeout = '60s';
ALTER ROLE semblance_app SET lock_timeout = '30s';
ALTER ROLE semblance_app SET idle_in_transaction_session_timeout = '5min';
ALTER ROLE semblance_read SET statement_timeout = '5min';
ALTER ROLE semblance_read SET idle_in_transaction_session_timeout = '5min';
ALTER ROLE semblance_read SET default_transaction_read_only = on;

-- Who is no superuser must belong to the owner to make a database for it.
SELECT format('GRANT semblance_owner TO %I', rolname)
FROM pg_roles
WHERE rolname = current_user AND NOT rolsuper AND NOT pg_has_role(current_user, 'semblance_owner', 'MEMBER')
\gexec
SELECT format('CREATE DATABASE %I OWNER semblance_owner ENCODING ''UTF8'' TEMPLATE template0', :'database')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec
SELECT pg_encoding_to_char(encoding) <> 'UTF8' AS not_utf8 FROM pg_database WHERE datname = :'database'
\gset
\if :not_utf8
    DO $$ BEGIN RAISE EXCEPTION 'The database exists but is not UTF8: name another one'; END $$;
\endif

REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE :"database" TO semblance_owner;
GRANT CONNECT ON DATABASE :"database" TO semblance_app, semblance_read;

\connect :"database"
SET client_min_messages = warning;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
SELECT 'ALTER EXTENSION vector UPDATE'
FROM pg_available_extensions
WHERE name = 'vector' AND installed_version <> default_version
\gexec
