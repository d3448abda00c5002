package org.semblance.surveillance.unknown;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;

/**
 * Unknown faces that found no person, with their embeddings and pictures, and strangers of whom no face is left. What
 * found a person is theirs and goes with them; what else there is of a stranger stays while a legal hold keeps the person.
 */
@ApplicationScoped
public class UnknownFaceKind implements RetentionKind {
    private static final String DUE = """
              FROM semblance.unknown_face AS unknown JOIN semblance.face ON face.id = unknown.face_id
              JOIN semblance.image ON image.id = face.crop_image_id
              JOIN semblance.stranger ON stranger.id = unknown.stranger_id
             WHERE unknown.seen_at < CAST(? AS timestamptz) AND face.person_id IS NULL
            """;
    private static final String HELD = """
            EXISTS (SELECT FROM semblance.legal_hold AS hold
                     WHERE hold.released_at IS NULL AND (hold.until IS NULL OR hold.until > now())
                       AND hold.person_id IN (SELECT semblance.ids_of_person(stranger.person_id)))""";
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE NOT is_held) AS rows, count(*) FILTER (WHERE is_held) AS held,
                   coalesce(sum(size_bytes) FILTER (WHERE NOT is_held), 0) AS bytes,
                   min(seen_at) FILTER (WHERE NOT is_held) AS oldest
              FROM (SELECT image.size_bytes, unknown.seen_at, %s AS is_held%s) AS due
            """.formatted(HELD, DUE);
    private static final String PURGE = """
            WITH due AS (SELECT face.id, face.image_id, face.crop_image_id, unknown.seen_at%s AND NOT %s
                          ORDER BY unknown.seen_at LIMIT ? FOR UPDATE OF face SKIP LOCKED),
                 gone AS (DELETE FROM semblance.face WHERE id IN (SELECT id FROM due)),
                 files AS (DELETE FROM semblance.image
                            WHERE id IN (SELECT image_id FROM due UNION SELECT crop_image_id FROM due)
                           RETURNING key, size_bytes)
            SELECT (SELECT count(*) FROM due) AS rows, (SELECT min(seen_at) FROM due) AS oldest,
                   coalesce(sum(size_bytes), 0) AS bytes, 0 AS held, array_agg(key) AS keys
              FROM files
            """.formatted(DUE, HELD);

    /** Nobody who has just been seen: whoever counts that waits for none, and is waited for by none. */
    private static final String FORGET_STRANGERS = """
            DELETE FROM semblance.stranger
             WHERE id IN (SELECT id FROM semblance.stranger
                           WHERE last_seen < CAST(? AS timestamptz)
                             AND NOT EXISTS (SELECT FROM semblance.unknown_face WHERE stranger_id = stranger.id)
                             FOR UPDATE SKIP LOCKED)
            """;

    private final ImageStore images;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UnknownFaceKind() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public UnknownFaceKind(ImageStore images) {
        this.images = images;
    }

    /** Outside the container. */
    RetentionKind on(DataSource outside) {
        database = outside;
        return this;
    }

    @Override
    public String name() {
        return "unknown-faces";
    }

    @Override
    public String holds() {
        return "Faces that cameras saw and nobody knew, waiting or dismissed, from when they were seen";
    }

    @Override
    public Lifetime lifetime() {
        return Lifetime.ofDays(30, 1, 3650);
    }

    @Override
    public Portion count(Instant cutoff) {
        return new Statements(database)
                .first(COUNT, row -> portion(row, List.of()), cutoff)
                .orElse(Portion.NOTHING);
    }

    @Override
    public Portion purge(Instant cutoff, int limit) {
        var statements = new Statements(database);
        Portion removed = statements
                .first(PURGE, row -> portion(row, keys(row)), cutoff, limit)
                .orElse(Portion.NOTHING);
        statements.change(FORGET_STRANGERS, cutoff);
        return removed;
    }

    @Override
    public void followUp(Portion removed) {
        images.deleteAll(removed.files().stream().map(ImageKey::new).toList());
    }

    private static Portion portion(ResultSet row, List<String> files) throws SQLException {
        return new Portion(
                row.getLong("rows"), row.getLong("bytes"), row.getLong("held"), Statements.time(row, "oldest"), files);
    }

    private static List<String> keys(ResultSet row) throws SQLException {
        var keys = row.getArray("keys");
        return keys == null
                ? List.of()
                : Stream.of((Object[]) keys.getArray()).map(Objects::toString).toList();
    }
}
