package org.semblance.bench.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.semblance.bench.BenchmarkException;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.GalleryCounts;
import org.semblance.gallery.search.GalleryFacts;
import org.semblance.gallery.search.NearFace;
import org.semblance.gallery.search.Nearest;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.PgvectorEmbeddingStore;
import org.semblance.gallery.search.Recall;
import org.semblance.gallery.search.SearchPlan;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.SearchTally;
import org.semblance.gallery.search.TieredEmbeddingStore;
import org.semblance.gallery.search.memory.ChangeFollower;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemorySettings;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.gallery.search.memory.Scope;
import org.semblance.vision.Embedding;

/** The ways that are compared, on one gallery. */
final class Ways {
    private static final int WANTED = 10;
    private static final String EXACT = """
            SELECT face_id, person_id, vector <#> ? AS distance FROM embedding
             WHERE gallery_id = ? AND model_id = (SELECT id FROM model WHERE name = ?) AND searchable
             ORDER BY distance, face_id LIMIT 10
            """;

    private final DataSource database;
    private final long gallery;

    Ways(DataSource database, LoadedGallery gallery) {
        this.database = database;
        this.gallery = gallery.id();
    }

    /** The statement itself, prepared once, without anything around it. */
    Way sql(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(EXACT);
        return new Way("SQL, prepared: every face", true, probe -> {
            statement.setObject(1, org.semblance.gallery.search.BenchVector.of(connection, probe));
            statement.setLong(2, gallery);
            statement.setString(3, LoadedGallery.MODEL.value());
            long[] found = new long[WANTED];
            try (var rows = statement.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    found[i] = rows.getLong(1);
                }
            }
            return found;
        });
    }

    Way planned(String name, Method method) {
        var store = new PgvectorEmbeddingStore(database);
        GalleryFacts facts = new GalleryCounts(database).count(new Scope(gallery, LoadedGallery.MODEL));
        var plan = new SearchPlan(method, "measured", Math.max(400, facts.faces() / 400));
        return new Way(name, false, probe -> faces(store.nearestFaces(query(probe), facts, plan)));
    }

    /** Our own service, with as much memory as given; it is loaded before anybody is timed. */
    Way service(String name, long mebibytes) {
        var memory = memory(mebibytes);
        EmbeddingStore store = tiered(database, memory, new Following(memory, database));
        return new Way(name, false, probe -> faces(store.nearestFaces(query(probe))));
    }

    MemoryTier memory(long mebibytes) {
        var memory = new MemoryTier(
                new MemorySettings(mebibytes < 0 ? OptionalLong.empty() : OptionalLong.of(mebibytes)),
                database,
                Runnable::run);
        try (var connection = database.getConnection()) {
            new ChangeFollower(memory).read(connection);
        } catch (SQLException e) {
            throw new BenchmarkException("The log of changes cannot be read: " + e.getMessage(), e);
        }
        return memory;
    }

    static EmbeddingStore tiered(DataSource database, MemoryTier memory, Following following) {
        return new TieredEmbeddingStore(
                new PgvectorEmbeddingStore(database),
                memory,
                following,
                new GalleryCounts(database),
                new Recall(),
                new SearchTally());
    }

    NearestQuery query(Embedding probe) {
        return NearestQuery.of(gallery, probe, WANTED);
    }

    static long[] faces(Nearest<NearFace> answer) {
        List<Long> faces = new ArrayList<>();
        answer.found().forEach(near -> faces.add(near.face().value()));
        return faces.stream().mapToLong(Long::longValue).toArray();
    }
}
