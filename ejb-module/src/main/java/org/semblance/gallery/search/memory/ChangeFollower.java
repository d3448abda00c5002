package org.semblance.gallery.search.memory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.semblance.vision.ModelId;

/**
 * Reads the log of embedding changes so that none is missed. Numbers of rows say nothing of the order of commits, so the
 * log is read by transaction: those older than the oldest running one are complete, younger ones are looked at again.
 * Applying a change twice does no harm, because it means reading the face again.
 */
public final class ChangeFollower {
    /** The log is trimmed after a day: who was away for long begins anew. */
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(12);

    private static final String READ = """
            SELECT pg_snapshot_xmin(snapshot)::text AS oldest, change.id, change.gallery_id, model.name, change.face_id
              FROM (SELECT pg_current_snapshot() AS snapshot) AS now
              LEFT JOIN embedding_change AS change ON change.transaction >= ?::text::xid8
              LEFT JOIN model ON model.id = change.model_id
            """;
    private static final String BEGIN = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text";

    private final MemoryTier tier;
    private @Nullable String horizon;
    private Set<Long> seen = new HashSet<>();
    private long readAt = System.nanoTime();

    public ChangeFollower(MemoryTier tier) {
        this.tier = tier;
    }

    /** Reads what has been committed since the last time, and applies it. */
    public void read(Connection connection) throws SQLException {
        long now = System.nanoTime();
        String from = horizon;
        if (from == null || now - readAt > LONGEST_ABSENCE.toNanos()) {
            begin(connection);
        } else {
            goOn(connection, from);
        }
        readAt = now;
    }

    private void begin(Connection connection) throws SQLException {
        tier.discardAll();
        try (var begin = connection.prepareStatement(BEGIN);
                var row = begin.executeQuery()) {
            row.next();
            horizon = row.getString(1);
        }
        seen.clear();
        tier.followed();
    }

    private void goOn(Connection connection, String from) throws SQLException {
        String oldest = from;
        Set<Long> here = new HashSet<>();
        Map<Scope, Set<Long>> changed = new HashMap<>();
        Set<Long> gone = new HashSet<>();
        try (var read = connection.prepareStatement(READ)) {
            // Planned each time for the transaction in question: a plan for any would read the whole log.
            read.unwrap(PGStatement.class).setPrepareThreshold(0);
            read.setString(1, from);
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    oldest = rows.getString("oldest");
                    long id = rows.getLong("id");
                    if (rows.wasNull()) {
                        break;
                    }
                    here.add(id);
                    if (seen.contains(id)) {
                        continue;
                    }
                    long gallery = rows.getLong("gallery_id");
                    String model = rows.getString("name");
                    if (model == null) {
                        gone.add(gallery);
                    } else {
                        changed.computeIfAbsent(new Scope(gallery, new ModelId(model)), scope -> new HashSet<>())
                                .add(rows.getLong("face_id"));
                    }
                }
            }
        }
        if (Long.parseUnsignedLong(oldest) < Long.parseUnsignedLong(from)) {
            // Transactions do not go back; this is another database.
            begin(connection);
            return;
        }
        apply(changed, gone);
        seen = here;
        horizon = oldest;
    }

    private void apply(Map<Scope, Set<Long>> changed, Set<Long> gone) throws SQLException {
        gone.forEach(tier::discardGallery);
        for (var change : changed.entrySet()) {
            if (!gone.contains(change.getKey().galleryId())) {
                tier.change(change.getKey(), change.getValue());
            }
        }
    }
}
