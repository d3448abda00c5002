package org.semblance.gallery.search;

import java.sql.Connection;
import java.sql.SQLException;
import org.semblance.vision.Embedding;

/** Gives benchmarks the parameter that the store itself uses. */
public final class BenchVector {
    private BenchVector() {}

    public static Object of(Connection connection, Embedding probe) throws SQLException {
        HalfVector.enable(connection);
        return new HalfVector(probe);
    }
}
