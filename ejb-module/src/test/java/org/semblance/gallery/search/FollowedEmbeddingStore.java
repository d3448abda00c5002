package org.semblance.gallery.search;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.memory.ChangeFollower;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemorySettings;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** The two tiers, with changes followed before each search. */
final class FollowedEmbeddingStore implements EmbeddingStore {
    private final DataSource database;
    private final ChangeFollower follower;
    private final TieredEmbeddingStore tiers;
    final MemoryTier memory;

    FollowedEmbeddingStore(DataSource database, MemorySettings settings) {
        this.database = database;
        memory = new MemoryTier(settings, database, Runnable::run);
        follower = new ChangeFollower(memory);
        tiers = new TieredEmbeddingStore(
                new PgvectorEmbeddingStore(database),
                memory,
                new Following(memory, database),
                new GalleryCounts(database),
                new Recall(),
                new SearchTally());
        follow();
    }

    EmbeddingStore unfollowed() {
        return tiers;
    }

    void follow() {
        try (var connection = database.getConnection()) {
            follower.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void add(FaceId face, Embedding embedding) {
        tiers.add(face, embedding);
    }

    @Override
    public Optional<Embedding> find(FaceId face, ModelId model) {
        return tiers.find(face, model);
    }

    @Override
    public Optional<NearFace> nearestOf(PersonId person, Embedding probe) {
        return tiers.nearestOf(person, probe);
    }

    @Override
    public Nearest<Neighbour> nearestPersons(NearestQuery query) {
        follow();
        return tiers.nearestPersons(query);
    }

    @Override
    public Nearest<NearFace> nearestFaces(NearestQuery query) {
        follow();
        return tiers.nearestFaces(query);
    }
}
