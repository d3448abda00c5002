-- The tables that JBeret 3.1.0 expects, made here so that the server never needs DDL (it makes them itself when its first query fails).
-- Column names and types are JBeret's, except that its BIGSERIAL is an identity column; the id stays the first column,
-- because JBeret reads the generated key by position.
CREATE TABLE jobs.job_instance (
    jobinstanceid bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_instance_jobinstanceid_pk PRIMARY KEY,
    version integer,
    jobname varchar(512),
    applicationname varchar(512)
);
CREATE INDEX job_instance_jobname_ix ON jobs.job_instance (jobname);
COMMENT ON TABLE jobs.job_instance IS 'A job with its parameters, run once or, after a failure, several times';
COMMENT ON COLUMN jobs.job_instance.jobinstanceid IS 'Identity of the instance';
COMMENT ON COLUMN jobs.job_instance.version IS 'Not used by JBeret with PostgreSQL';
COMMENT ON COLUMN jobs.job_instance.jobname IS 'Id of the job, which is its file name';
COMMENT ON COLUMN jobs.job_instance.applicationname IS 'Deployment that started the job';

CREATE TABLE jobs.job_execution (
    jobexecutionid bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_execution_jobexecutionid_pk PRIMARY KEY,
    jobinstanceid bigint NOT NULL
        CONSTRAINT job_execution_jobinstanceid_fk REFERENCES jobs.job_instance (jobinstanceid) ON DELETE CASCADE,
    version integer,
    createtime timestamptz,
    starttime timestamptz,
    endtime timestamptz,
    lastupdatedtime timestamptz,
    batchstatus varchar(30),
    exitstatus varchar(512),
    jobparameters varchar(3000),
    restartposition varchar(255)
);
CREATE INDEX job_execution_jobinstanceid_ix ON jobs.job_execution (jobinstanceid);
COMMENT ON TABLE jobs.job_execution IS 'One run of a job';
COMMENT ON COLUMN jobs.job_execution.jobexecutionid IS 'Identity of the run, shown to users as the id of the job';
COMMENT ON COLUMN jobs.job_execution.jobinstanceid IS 'Instance that was run';
COMMENT ON COLUMN jobs.job_execution.version IS 'Not used by JBeret with PostgreSQL';
COMMENT ON COLUMN jobs.job_execution.createtime IS 'When the run was asked for';
COMMENT ON COLUMN jobs.job_execution.starttime IS 'When the run began';
COMMENT ON COLUMN jobs.job_execution.endtime IS 'When the run ended; null while it goes on';
COMMENT ON COLUMN jobs.job_execution.lastupdatedtime IS 'Last change of this row';
COMMENT ON COLUMN jobs.job_execution.batchstatus IS 'Status as Jakarta Batch names it, such as STARTED or COMPLETED';
COMMENT ON COLUMN jobs.job_execution.exitstatus IS 'Status that the job gave itself, else as batchstatus';
COMMENT ON COLUMN jobs.job_execution.jobparameters IS 'Parameters of the run as JBeret writes them';
COMMENT ON COLUMN jobs.job_execution.restartposition IS 'Step where a restart goes on';

CREATE TABLE jobs.step_execution (
    stepexecutionid bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT step_execution_stepexecutionid_pk PRIMARY KEY,
    jobexecutionid bigint NOT NULL
        CONSTRAINT step_execution_jobexecutionid_fk REFERENCES jobs.job_execution (jobexecutionid) ON DELETE CASCADE,
    version integer,
    stepname varchar(255),
    starttime timestamptz,
    endtime timestamptz,
    batchstatus varchar(30),
    exitstatus varchar(512),
    executionexception varchar(2048),
    persistentuserdata bytea,
    readcount integer,
    writecount integer,
    commitcount integer,
    rollbackcount integer,
    readskipcount integer,
    processskipcount integer,
    filtercount integer,
    writeskipcount integer,
    readercheckpointinfo bytea,
    writercheckpointinfo bytea
);
CREATE INDEX step_execution_jobexecutionid_ix ON jobs.step_execution (jobexecutionid);
COMMENT ON TABLE jobs.step_execution IS 'One step of a run, with its counts and where a restart goes on';
COMMENT ON COLUMN jobs.step_execution.stepexecutionid IS 'Identity of the step in this run';
COMMENT ON COLUMN jobs.step_execution.jobexecutionid IS 'Run that the step belongs to';
COMMENT ON COLUMN jobs.step_execution.version IS 'Not used by JBeret with PostgreSQL';
COMMENT ON COLUMN jobs.step_execution.stepname IS 'Id of the step in the job';
COMMENT ON COLUMN jobs.step_execution.starttime IS 'When the step began';
COMMENT ON COLUMN jobs.step_execution.endtime IS 'When the step ended; null while it goes on';
COMMENT ON COLUMN jobs.step_execution.batchstatus IS 'Status as Jakarta Batch names it';
COMMENT ON COLUMN jobs.step_execution.exitstatus IS 'Status that the step gave itself, else as batchstatus';
COMMENT ON COLUMN jobs.step_execution.executionexception IS 'Beginning of the exception that ended the step';
COMMENT ON COLUMN jobs.step_execution.persistentuserdata IS 'Serialised data that the step keeps for a restart';
COMMENT ON COLUMN jobs.step_execution.readcount IS 'Items read';
COMMENT ON COLUMN jobs.step_execution.writecount IS 'Items written';
COMMENT ON COLUMN jobs.step_execution.commitcount IS 'Chunks committed';
COMMENT ON COLUMN jobs.step_execution.rollbackcount IS 'Chunks rolled back';
COMMENT ON COLUMN jobs.step_execution.readskipcount IS 'Items skipped while reading';
COMMENT ON COLUMN jobs.step_execution.processskipcount IS 'Items skipped while processing';
COMMENT ON COLUMN jobs.step_execution.filtercount IS 'Items that the processor left out';
COMMENT ON COLUMN jobs.step_execution.writeskipcount IS 'Items skipped while writing';
COMMENT ON COLUMN jobs.step_execution.readercheckpointinfo IS 'Serialised position of the reader after the last committed chunk';
COMMENT ON COLUMN jobs.step_execution.writercheckpointinfo IS 'Serialised position of the writer after the last committed chunk';

CREATE TABLE jobs.partition_execution (
    partitionexecutionid integer NOT NULL,
    stepexecutionid bigint NOT NULL
        CONSTRAINT partition_execution_stepexecutionid_fk REFERENCES jobs.step_execution (stepexecutionid) ON DELETE CASCADE,
    version integer,
    batchstatus varchar(30),
    exitstatus varchar(512),
    executionexception varchar(2048),
    persistentuserdata bytea,
    readercheckpointinfo bytea,
    writercheckpointinfo bytea,
    CONSTRAINT partition_execution_partitionexecutionid_stepexecutionid_pk
        PRIMARY KEY (partitionexecutionid, stepexecutionid)
);
CREATE INDEX partition_execution_stepexecutionid_ix ON jobs.partition_execution (stepexecutionid);
COMMENT ON TABLE jobs.partition_execution IS 'One part of a step that is run in parts at the same time';
COMMENT ON COLUMN jobs.partition_execution.partitionexecutionid IS 'Number of the part in its step';
COMMENT ON COLUMN jobs.partition_execution.stepexecutionid IS 'Step that the part belongs to';
COMMENT ON COLUMN jobs.partition_execution.version IS 'Not used by JBeret with PostgreSQL';
COMMENT ON COLUMN jobs.partition_execution.batchstatus IS 'Status as Jakarta Batch names it';
COMMENT ON COLUMN jobs.partition_execution.exitstatus IS 'Status that the part gave itself, else as batchstatus';
COMMENT ON COLUMN jobs.partition_execution.executionexception IS 'Beginning of the exception that ended the part';
COMMENT ON COLUMN jobs.partition_execution.persistentuserdata IS 'Serialised data that the part keeps for a restart';
COMMENT ON COLUMN jobs.partition_execution.readercheckpointinfo IS 'Serialised position of the reader after the last committed chunk';
COMMENT ON COLUMN jobs.partition_execution.writercheckpointinfo IS 'Serialised position of the writer after the last committed chunk';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON jobs.job_instance, jobs.job_execution, jobs.step_execution, jobs.partition_execution TO semblance_app;
GRANT USAGE ON SEQUENCE jobs.job_instance_jobinstanceid_seq, jobs.job_execution_jobexecutionid_seq,
    jobs.step_execution_stepexecutionid_seq TO semblance_app;
