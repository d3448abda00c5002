-- One place for the schemas and for who may do what: a later table only has to say what semblance_app may do with it.
CREATE SCHEMA IF NOT EXISTS jobs;
COMMENT ON SCHEMA semblance IS 'Tables of the features; each table belongs to one feature';
COMMENT ON SCHEMA jobs IS 'Tables of the batch job repository (JBeret) and of the timers (WildFly); their shape is given by the server';

REVOKE ALL ON SCHEMA semblance, jobs FROM PUBLIC;
GRANT USAGE ON SCHEMA semblance, jobs TO semblance_app, semblance_read;
ALTER DEFAULT PRIVILEGES IN SCHEMA semblance, jobs GRANT SELECT ON TABLES TO semblance_read;

-- Flyway made this table before any default could apply; the server's health check compares it with its own version.
GRANT SELECT ON semblance.flyway_schema_history TO semblance_app, semblance_read;
COMMENT ON TABLE semblance.flyway_schema_history IS 'Migrations applied to this database, written by Flyway only';
COMMENT ON COLUMN semblance.flyway_schema_history.installed_rank IS 'Order of application';
COMMENT ON COLUMN semblance.flyway_schema_history.version IS 'Version of the migration as yyyyMMdd.HHmm; null for the creation of the schema';
COMMENT ON COLUMN semblance.flyway_schema_history.description IS 'What the migration is called in its file name';
COMMENT ON COLUMN semblance.flyway_schema_history.type IS 'SQL, or SCHEMA for the creation of the schema';
COMMENT ON COLUMN semblance.flyway_schema_history.script IS 'File name of the migration';
COMMENT ON COLUMN semblance.flyway_schema_history.checksum IS 'CRC-32 of the file; a difference shows that a migration was edited after it ran';
COMMENT ON COLUMN semblance.flyway_schema_history.installed_by IS 'Database role that applied the migration';
COMMENT ON COLUMN semblance.flyway_schema_history.installed_on IS 'When the migration was applied, in the time zone of the session';
COMMENT ON COLUMN semblance.flyway_schema_history.execution_time IS 'Duration of the migration in milliseconds';
COMMENT ON COLUMN semblance.flyway_schema_history.success IS 'Whether the migration was applied';

CREATE FUNCTION semblance.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'Add a new row that corrects the old one.';
END
$$;
COMMENT ON FUNCTION semblance.refuse_change() IS
    'Trigger of append-only tables: BEFORE UPDATE OR DELETE OR TRUNCATE ... FOR EACH STATEMENT, then ENABLE ALWAYS. '
    'A partitioned table needs BEFORE UPDATE OR DELETE ... FOR EACH ROW as well, because only row triggers reach its partitions.';
