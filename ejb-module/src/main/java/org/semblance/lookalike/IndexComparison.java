package org.semblance.lookalike;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.Filter;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/**
 * Asks the vector index of each gallery who is near what a user looks like, and compares with those. Finds most but not
 * all, for more users than can be compared with everybody.
 */
final class IndexComparison implements UserComparison {
    private static final int MOST_PERSONS = 3200;

    /** Whose single faces are near is not in the same order as whose faces are near altogether. */
    private static final int SPARE = 2;

    private final UserFaces faces;
    private final EmbeddingStore embeddings;
    private final ModelId model;
    private final int most;
    private final List<Long> galleries;

    IndexComparison(UserFaces faces, EmbeddingStore embeddings, ModelId model, int most) {
        this.faces = faces;
        this.embeddings = embeddings;
        this.model = model;
        this.most = most;
        this.galleries = faces.galleries();
    }

    @Override
    public boolean isOfEverybody() {
        return false;
    }

    @Override
    public List<AlikeList> compare(List<UserState> users) {
        List<UUID> ids = users.stream().map(UserState::user).toList();
        List<AlikeList> lists = new ArrayList<>();
        Set<UUID> without = new HashSet<>(ids);
        for (UserLook look : faces.looks(model, Way.INDEX, ids)) {
            UserVectors.direction(look.mean()).ifPresent(direction -> {
                lists.add(list(look.user(), direction));
                without.remove(look.user());
            });
        }
        without.forEach(user -> lists.add(new AlikeList(user, List.of(), true)));
        return lists;
    }

    private AlikeList list(UUID user, float[] direction) {
        Set<UUID> candidates = new HashSet<>();
        var probe = Embedding.of(model, direction);
        for (long gallery : galleries) {
            candidates.addAll(near(gallery, probe));
        }
        candidates.remove(user);
        List<Alike> found = new ArrayList<>();
        for (UserLook other : faces.looks(model, Way.INDEX, candidates)) {
            UserVectors.direction(other.mean())
                    .ifPresent(their -> found.add(new Alike(other.user(), UserVectors.similarity(direction, their))));
        }
        found.sort(Alike.ORDER);
        return found.size() <= most
                ? new AlikeList(user, found, true)
                : new AlikeList(user, found.subList(0, most), false);
    }

    /** Looks further until there are enough users among the persons, most of whom nobody may have claimed. */
    private Set<UUID> near(long gallery, Embedding probe) {
        int persons = SPARE * (most + 1);
        while (true) {
            var query = new NearestQuery(gallery, probe, persons, Filter.NONE, false);
            List<PersonId> found = embeddings.nearestPersons(query).found().stream()
                    .map(Neighbour::person)
                    .toList();
            Set<UUID> users = new HashSet<>(faces.claimants(found).values());
            if (users.size() > SPARE * most || found.size() < persons || persons >= MOST_PERSONS) {
                return users;
            }
            persons = Math.min(MOST_PERSONS, 4 * persons);
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
