package org.semblance.gallery.search.memory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** Reads what is kept in memory from the database, in pages: no reading holds a transaction open for long. */
final class EmbeddingRows {
    static final int PAGE = 2000;

    private static final String OF_SCOPE = """
             FROM embedding
            WHERE gallery_id = ? AND model_id = (SELECT id FROM model WHERE name = ?) AND searchable
            """;
    private static final String PAGE_OF = "SELECT face_id, person_id, public.halfvec_send(vector)" + OF_SCOPE
            + " AND face_id > ? ORDER BY face_id LIMIT " + PAGE;
    private static final String SOME_OF =
            "SELECT face_id, person_id, public.halfvec_send(vector)" + OF_SCOPE + " AND face_id = ANY (?)";
    private static final String FINGERPRINT =
            "SELECT count(*), coalesce(sum(face_id), 0), coalesce(sum(person_id), 0)" + OF_SCOPE;
    private final DataSource database;

    EmbeddingRows(DataSource database) {
        this.database = database;
    }

    /** The first faces behind one, by their number. */
    List<FaceRow> page(Scope scope, long after) throws SQLException {
        try (var connection = database.getConnection();
                var page = prepare(connection, PAGE_OF, scope)) {
            page.setLong(3, after);
            return rows(page);
        }
    }

    /** Those of the faces that are there and may be found. */
    List<FaceRow> read(Scope scope, Collection<Long> faces) throws SQLException {
        List<FaceRow> read = new ArrayList<>(faces.size());
        var ordered = List.copyOf(new TreeSet<>(faces));
        try (var connection = database.getConnection();
                var some = prepare(connection, SOME_OF, scope)) {
            for (int from = 0; from < ordered.size(); from += PAGE) {
                var part = ordered.subList(from, Math.min(from + PAGE, ordered.size()));
                some.setArray(3, connection.createArrayOf("bigint", part.toArray()));
                read.addAll(rows(some));
            }
        }
        return read;
    }

    Fingerprint fingerprint(Scope scope) throws SQLException {
        try (var connection = database.getConnection();
                var fingerprint = prepare(connection, FINGERPRINT, scope);
                var row = fingerprint.executeQuery()) {
            row.next();
            return new Fingerprint(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Scope scope) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            // A negative threshold asks for binary answers from the first time on: half the bytes, and none to decode.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setLong(1, scope.galleryId());
            statement.setString(2, scope.model().value());
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static List<FaceRow> rows(PreparedStatement statement) throws SQLException {
        List<FaceRow> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                // NULL is read as 0, which is nobody.
                found.add(new FaceRow(rows.getLong(1), rows.getLong(2), Halves.read(rows.getBytes(3))));
            }
        }
        return found;
    }
}
