package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.audit.Actor;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;

/** Persons who were deleted so long ago that nobody brings them back: rows, vectors, crops and originals. */
@ApplicationScoped
public class DeletedPersons implements RetentionKind {
    private static final String DUE = "aged.deleted_at < CAST(? AS timestamptz) AND aged.merged_into IS NULL";
    private static final String HELD = HeldPersons.among("SELECT semblance.ids_of_person(aged.id)");
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE NOT %1$s) AS rows, count(*) FILTER (WHERE %1$s) AS held,
                   min(aged.deleted_at) FILTER (WHERE NOT %1$s) AS oldest
              FROM semblance.person AS aged WHERE %2$s
            """.formatted(HELD, DUE);
    private static final String ALL_DUE =
            "SELECT aged.id FROM semblance.person AS aged WHERE " + DUE + " AND NOT " + HELD;
    private static final String NEXT = "SELECT aged.id, aged.deleted_at AS oldest FROM semblance.person AS aged WHERE "
            + DUE + " AND NOT " + HELD + " ORDER BY aged.deleted_at LIMIT 1 FOR UPDATE OF aged SKIP LOCKED";

    /** A picture of several persons goes with the last of them. */
    private static final String BYTES = """
            WITH gone AS (%s),
                 pictures AS (SELECT face.image_id AS id FROM semblance.face JOIN gone ON gone.id = face.person_id
                               UNION
                              SELECT face.crop_image_id FROM semblance.face JOIN gone ON gone.id = face.person_id)
            SELECT coalesce(sum(image.size_bytes), 0)
              FROM semblance.image JOIN pictures ON pictures.id = image.id
             WHERE NOT EXISTS (SELECT FROM semblance.face
                                WHERE face.image_id = image.id
                                  AND (face.person_id IS NULL OR face.person_id NOT IN (SELECT id FROM gone)))
            """;

    private static final Duration LONGEST = Duration.ofDays(3650);

    private final PersonRemovals removals;
    private final ImageStore images;
    private final GallerySettings settings;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DeletedPersons() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public DeletedPersons(PersonRemovals removals, ImageStore images, GallerySettings settings) {
        this.removals = removals;
        this.images = images;
        this.settings = settings;
    }

    /** Outside the container. */
    public RetentionKind on(DataSource outside) {
        database = outside;
        return this;
    }

    @Override
    public String name() {
        return "deleted-persons";
    }

    @Override
    public String holds() {
        return "Deleted persons with their faces and pictures, from their deletion on; until then they can be brought back";
    }

    @Override
    public Lifetime lifetime() {
        return new Lifetime(settings.undoPeriod(), Duration.ZERO, LONGEST, true);
    }

    @Override
    public Portion count(Instant cutoff) {
        long bytes = bytes(ALL_DUE, cutoff);
        return new Statements(database)
                .first(COUNT, row -> portion(row, row.getLong("rows"), bytes, row.getLong("held")), cutoff)
                .orElse(Portion.NOTHING);
    }

    /** One person, so that a long list holds no locks. */
    @Override
    public Portion purge(Instant cutoff, int limit) {
        Optional<Due> next = new Statements(database).first(NEXT, Due::of, cutoff);
        return next.map(this::purge).orElse(Portion.NOTHING);
    }

    private Portion purge(Due due) {
        long bytes = bytes("SELECT CAST(? AS bigint) AS id", due.id());
        List<ImageKey> gone = removals.purgeDeleted(new PersonId(due.id()), Actor.job("retention-purge"));
        return new Portion(
                1, bytes, 0, due.deletedAt(), gone.stream().map(ImageKey::value).toList());
    }

    @Override
    public void followUp(Portion removed) {
        images.deleteAll(removed.files().stream().map(ImageKey::new).toList());
    }

    private long bytes(String who, Object value) {
        return new Statements(database)
                .first(BYTES.formatted(who), row -> row.getLong(1), value)
                .orElse(0L);
    }

    private static Portion portion(ResultSet row, long rows, long bytes, long held) throws SQLException {
        return new Portion(rows, bytes, held, Statements.time(row, "oldest"), List.of());
    }

    private record Due(long id, Instant deletedAt) {
        static Due of(ResultSet row) throws SQLException {
            return new Due(row.getLong("id"), row.getTimestamp("oldest").toInstant());
        }
    }
}
