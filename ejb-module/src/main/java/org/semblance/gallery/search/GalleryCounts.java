package org.semblance.gallery.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.semblance.gallery.search.memory.Scope;

/** Numbers by which searches are planned. Those of galleries are counted now and then, not for each search. */
@ApplicationScoped
public class GalleryCounts {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 10_000;

    private static final String FACTS = """
            SELECT id, dimension,
                   (SELECT count(*) FROM embedding WHERE gallery_id = ? AND model_id = model.id) AS faces,
                   to_regclass(format('semblance.embedding_gallery_%s_model_%s_graph_ix', ?::bigint, id)) IS NOT NULL
                       AS has_graph
              FROM model WHERE name = ?
            """;
    private static final String OWNED =
            "SELECT count(*) FROM (SELECT FROM face WHERE gallery_id = ? AND owner_id = ? LIMIT ?) AS owned";
    private static final String PUBLIC =
            "SELECT count(*) FROM (SELECT FROM person WHERE gallery_id = ? AND public_figure LIMIT ?) AS figures";
    private static final String CLAIMED = "SELECT id FROM person WHERE gallery_id = ? AND user_id = ?";

    private final Map<Scope, Counted> kept = new ConcurrentHashMap<>();

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    /** What was counted, and until when that is good enough. */
    private record Counted(GalleryFacts facts, long until) {}

    @SuppressWarnings("NullAway") // resources are injected after construction
    public GalleryCounts() {}

    public GalleryCounts(DataSource database) {
        this.database = database;
    }

    /** What is known of a gallery, at most a minute old. */
    public GalleryFacts facts(Scope scope) {
        Counted counted = kept.get(scope);
        if (counted != null && System.nanoTime() - counted.until() < 0) {
            return counted.facts();
        }
        GalleryFacts facts = count(scope);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        if (facts.modelId() == 0) {
            return facts;
        }
        kept.put(scope, new Counted(facts, System.nanoTime() + GOOD_FOR.toNanos()));
        return facts;
    }

    /** As {@link #facts}, of now. */
    public GalleryFacts count(Scope scope) {
        try (var connection = database.getConnection();
                var facts = connection.prepareStatement(FACTS)) {
            facts.setLong(1, scope.galleryId());
            facts.setLong(2, scope.galleryId());
            facts.setString(3, scope.model().value());
            try (var row = facts.executeQuery()) {
                // A model without a row has embedded nothing, and no embedding refers to number 0.
                return row.next()
                        ? new GalleryFacts(row.getLong(1), row.getInt(2), row.getInt(3), row.getBoolean(4))
                        : new GalleryFacts(0, 0, 0, false);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Gallery " + scope.galleryId() + " could not be counted", e);
        }
    }

    /** How many faces of a gallery a user brought, but no more than asked for. */
    int owned(long gallery, UUID owner, int most) {
        try (var connection = database.getConnection();
                var owned = connection.prepareStatement(OWNED)) {
            owned.setLong(1, gallery);
            owned.setObject(2, owner);
            owned.setInt(3, most);
            try (var row = owned.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The faces of an owner could not be counted", e);
        }
    }

    /** How many public figures a gallery has, but no more than asked for. */
    int publicFigures(long gallery, int most) {
        try (var connection = database.getConnection();
                var figures = connection.prepareStatement(PUBLIC)) {
            figures.setLong(1, gallery);
            figures.setInt(2, most);
            try (var row = figures.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The public figures could not be counted", e);
        }
    }

    /** The persons of a gallery whom a user claims to be. */
    Set<Long> claimed(long gallery, UUID user) {
        try (var connection = database.getConnection();
                var claimed = connection.prepareStatement(CLAIMED)) {
            claimed.setLong(1, gallery);
            claimed.setObject(2, user);
            Set<Long> persons = new HashSet<>();
            try (var rows = claimed.executeQuery()) {
                while (rows.next()) {
                    persons.add(rows.getLong(1));
                }
            }
            return persons;
        } catch (SQLException e) {
            throw new IllegalStateException("The persons of a user could not be read", e);
        }
    }
}
