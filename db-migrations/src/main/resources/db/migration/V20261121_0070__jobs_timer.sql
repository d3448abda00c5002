-- The table that the timer service of WildFly 39 expects, made here so that the server never needs DDL.
-- Columns are those of create-table.postgresql in WildFly's timer-sql.properties.
CREATE TABLE jobs.jboss_ejb_timer (
    id varchar CONSTRAINT jboss_ejb_timer_id_pk PRIMARY KEY,
    timed_object_id varchar NOT NULL,
    initial_date timestamp,
    repeat_interval bigint,
    next_date timestamp,
    previous_run timestamp,
    primary_key varchar,
    info text,
    timer_state varchar,
    schedule_expr_second varchar,
    schedule_expr_minute varchar,
    schedule_expr_hour varchar,
    schedule_expr_day_of_week varchar,
    schedule_expr_day_of_month varchar,
    schedule_expr_month varchar,
    schedule_expr_year varchar,
    schedule_expr_start_date varchar,
    schedule_expr_end_date varchar,
    schedule_expr_timezone varchar,
    auto_timer boolean,
    timeout_method_declaring_class varchar,
    timeout_method_name varchar,
    timeout_method_descriptor char(1),
    calendar_timer boolean,
    partition_name varchar NOT NULL,
    node_name varchar
);
CREATE INDEX jboss_ejb_timer_partition_name_timed_object_id_ix
    ON jobs.jboss_ejb_timer (partition_name, timed_object_id);

COMMENT ON TABLE jobs.jboss_ejb_timer IS 'Persistent timers; the row decides which node runs a tick';
COMMENT ON COLUMN jobs.jboss_ejb_timer.id IS 'Identity of the timer, made by the server';
COMMENT ON COLUMN jobs.jboss_ejb_timer.timed_object_id IS 'Bean that the timer calls';
COMMENT ON COLUMN jobs.jboss_ejb_timer.initial_date IS 'First tick, in the time zone of the server';
COMMENT ON COLUMN jobs.jboss_ejb_timer.repeat_interval IS 'Milliseconds between ticks; 0 for a calendar timer';
COMMENT ON COLUMN jobs.jboss_ejb_timer.next_date IS 'Next tick, in the time zone of the server';
COMMENT ON COLUMN jobs.jboss_ejb_timer.previous_run IS 'Last tick, in the time zone of the server';
COMMENT ON COLUMN jobs.jboss_ejb_timer.primary_key IS 'Not used by today''s beans';
COMMENT ON COLUMN jobs.jboss_ejb_timer.info IS 'Serialised information that the bean gave to the timer';
COMMENT ON COLUMN jobs.jboss_ejb_timer.timer_state IS 'State as WildFly names it, such as ACTIVE or IN_TIMEOUT';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_second IS 'Seconds of the calendar expression';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_minute IS 'Minutes of the calendar expression';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_hour IS 'Hours of the calendar expression';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_day_of_week IS 'Days of the week of the calendar expression';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_day_of_month IS 'Days of the month of the calendar expression';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_month IS 'Months of the calendar expression';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_year IS 'Years of the calendar expression';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_start_date IS 'No tick before this time';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_end_date IS 'No tick after this time';
COMMENT ON COLUMN jobs.jboss_ejb_timer.schedule_expr_timezone IS 'Time zone of the calendar expression; null for that of the server';
COMMENT ON COLUMN jobs.jboss_ejb_timer.auto_timer IS 'Whether an annotation on the bean made the timer';
COMMENT ON COLUMN jobs.jboss_ejb_timer.timeout_method_declaring_class IS 'Class that declares the method to call';
COMMENT ON COLUMN jobs.jboss_ejb_timer.timeout_method_name IS 'Method to call';
COMMENT ON COLUMN jobs.jboss_ejb_timer.timeout_method_descriptor IS 'Whether the method takes the timer as its parameter';
COMMENT ON COLUMN jobs.jboss_ejb_timer.calendar_timer IS 'Whether the timer has a calendar expression';
COMMENT ON COLUMN jobs.jboss_ejb_timer.partition_name IS 'Timers of one partition are shared by the nodes of one cluster';
COMMENT ON COLUMN jobs.jboss_ejb_timer.node_name IS 'Node that runs the current tick; null between ticks';

GRANT SELECT, INSERT, UPDATE, DELETE ON jobs.jboss_ejb_timer TO semblance_app;
