package org.semblance.gallery.search;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that can be cut off. */
final class CutDatabase extends KeptConnections {
    private boolean isCut;

    CutDatabase(DataSource database) {
        super(database);
    }

    void cut() {
        isCut = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isCut) {
            throw new SQLException("The database is away");
        }
        return super.getConnection();
    }
}
