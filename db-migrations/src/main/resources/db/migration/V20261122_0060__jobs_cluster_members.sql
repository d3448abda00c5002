-- Where the servers of a cluster find each other.
-- Names and types are those of JGroups (JDBC_PING), so that the server never needs DDL.
CREATE TABLE jobs.jgroupsping (
    own_addr varchar(200) NOT NULL,
    cluster_name varchar(200) NOT NULL,
    ping_data bytea,
    CONSTRAINT jgroupsping_own_addr_cluster_name_pk PRIMARY KEY (own_addr, cluster_name)
);
COMMENT ON TABLE jobs.jgroupsping IS 'A server of a cluster, where the others reach it';
COMMENT ON COLUMN jobs.jgroupsping.own_addr IS 'Address of the member, new at each of its starts';
COMMENT ON COLUMN jobs.jgroupsping.cluster_name IS 'Cluster that it belongs to';
COMMENT ON COLUMN jobs.jgroupsping.ping_data IS 'Its name and network address as JGroups writes them';

GRANT SELECT, INSERT, UPDATE, DELETE ON jobs.jgroupsping TO semblance_app;
