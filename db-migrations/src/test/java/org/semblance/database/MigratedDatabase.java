package org.semblance.database;

import javax.sql.DataSource;

/**
 * A database of its own for a test class, prepared and migrated as in production:
 * {@code static final MigratedDatabase database = MigratedDatabase.fresh();}.
 *
 * <p>All databases of a JVM live in one private PostgreSQL server, which is started with the first and goes with the
 * JVM. A fresh database is a copy of a template and costs a fraction of a second.
 */
public final class MigratedDatabase implements AutoCloseable {
    /** Who connects: the roles that {@code prepare.sql} makes, and the administrator. */
    public enum Role {
        OWNER("semblance_owner"),
        APP("semblance_app"),
        READ("semblance_read"),
        SUPERUSER("postgres");

        private final String user;

        Role(String user) {
            this.user = user;
        }

        public String user() {
            return user;
        }
    }

    private final PreparedCluster cluster;
    private final String name;

    private MigratedDatabase(PreparedCluster cluster, String template) {
        this.cluster = cluster;
        this.name = cluster.copy(template);
    }

    /** A new database with all migrations and no rows but those that they insert. */
    public static MigratedDatabase fresh() {
        return new MigratedDatabase(PreparedCluster.get(), PreparedCluster.MIGRATED);
    }

    /** A new database with roles and extension but without any table, as it is before the first migration. */
    public static MigratedDatabase prepared() {
        return new MigratedDatabase(PreparedCluster.get(), PreparedCluster.PREPARED);
    }

    /** The same in a PostgreSQL server of its own, which may be stopped. */
    public static MigratedDatabase alone() {
        return new MigratedDatabase(PreparedCluster.alone(), PreparedCluster.MIGRATED);
    }

    /** Stops the server at once. Only for a database that is {@link #alone}. */
    public void halt() {
        cluster.halt();
    }

    /** Starts the server again, at the same address. */
    public void resume() {
        cluster.resume();
    }

    /** What the server has written into its log. */
    public String log() {
        return cluster.log();
    }

    public String name() {
        return name;
    }

    public String url() {
        return cluster.url(name);
    }

    public String password(Role role) {
        return cluster.password(role.user());
    }

    public DataSource owner() {
        return as(Role.OWNER);
    }

    public DataSource app() {
        return as(Role.APP);
    }

    public DataSource read() {
        return as(Role.READ);
    }

    public DataSource superuser() {
        return as(Role.SUPERUSER);
    }

    /** A data source whose connections are as new, though others may have used them before. */
    public DataSource as(Role role) {
        var dataSource = new ReusingDataSource();
        dataSource.setUrl(url());
        dataSource.setUser(role.user());
        dataSource.setPassword(password(role));
        return dataSource;
    }

    /** Drops the database; without it, the end of the JVM does. */
    @Override
    public void close() {
        cluster.drop(name);
    }
}
