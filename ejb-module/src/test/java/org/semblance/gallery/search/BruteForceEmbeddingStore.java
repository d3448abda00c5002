package org.semblance.gallery.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** The fake: compares the probe with everything, in the plainest way. */
public final class BruteForceEmbeddingStore implements EmbeddingStore, TestedStore {
    private static final SearchPlan PLAN = new SearchPlan(Method.EXACT, "everything is compared", 0);

    private final Map<Key, Embedding> vectors = new LinkedHashMap<>();
    private final Map<FaceId, Long> galleries = new HashMap<>();
    private final Map<FaceId, PersonId> persons = new HashMap<>();
    private final Map<FaceId, UUID> owners = new HashMap<>();
    private final Map<PersonId, UUID> users = new HashMap<>();
    private final Set<PersonId> deleted = new HashSet<>();
    private final Set<PersonId> figures = new HashSet<>();
    private long last;

    private record Key(FaceId face, ModelId model) {}

    @Override
    public void add(FaceId face, Embedding embedding) {
        vectors.putIfAbsent(new Key(face, embedding.model()), embedding);
    }

    @Override
    public Optional<Embedding> find(FaceId face, ModelId model) {
        return Optional.ofNullable(vectors.get(new Key(face, model)));
    }

    @Override
    public Optional<NearFace> nearestOf(PersonId person, Embedding probe) {
        return vectors.entrySet().stream()
                .filter(entry -> entry.getKey().model().equals(probe.model()))
                .filter(entry -> person.equals(persons.get(entry.getKey().face())) && !deleted.contains(person))
                .map(entry -> new NearFace(
                        entry.getKey().face(), person, entry.getValue().similarity(probe)))
                .max(Comparator.comparingDouble(NearFace::similarity));
    }

    @Override
    public Nearest<Neighbour> nearestPersons(NearestQuery query) {
        Map<PersonId, NearFace> best = new LinkedHashMap<>();
        Map<PersonId, Integer> faces = new HashMap<>();
        for (NearFace near : ranked(query.galleryId(), query.probe())) {
            if (near.person() != null) {
                faces.merge(near.person(), 1, Integer::sum);
                if (passes(near, query.filter())) {
                    best.putIfAbsent(near.person(), near);
                }
            }
        }
        List<Neighbour> found = new ArrayList<>();
        best.forEach((person, near) ->
                found.add(new Neighbour(person, near.face(), near.similarity(), faces.getOrDefault(person, 0))));
        return new Nearest<>(found.subList(0, Math.min(query.limit(), found.size())), PLAN);
    }

    @Override
    public Nearest<NearFace> nearestFaces(NearestQuery query) {
        return new Nearest<>(
                ranked(query.galleryId(), query.probe()).stream()
                        .filter(near -> passes(near, query.filter()))
                        .limit(query.limit())
                        .toList(),
                PLAN);
    }

    private List<NearFace> ranked(long gallery, Embedding probe) {
        return vectors.entrySet().stream()
                .filter(entry -> entry.getKey().model().equals(probe.model()))
                .filter(entry -> Long.valueOf(gallery)
                        .equals(galleries.get(entry.getKey().face())))
                .map(entry -> new NearFace(
                        entry.getKey().face(),
                        persons.get(entry.getKey().face()),
                        entry.getValue().similarity(probe)))
                .filter(near -> near.person() == null || !deleted.contains(near.person()))
                .sorted(Comparator.comparingDouble(NearFace::similarity).reversed())
                .toList();
    }

    private boolean passes(NearFace near, Filter filter) {
        @Nullable PersonId person = near.person();
        return filter.owner()
                        .map(owner -> owner.equals(owners.get(near.face())))
                        .orElse(true)
                && (!filter.publicFigures() || person != null && figures.contains(person))
                && (person == null || !filter.without().contains(person))
                && filter.notUser()
                        .map(user -> person == null || !user.equals(users.get(person)))
                        .orElse(true);
    }

    @Override
    public EmbeddingStore embeddings() {
        return this;
    }

    @Override
    public long gallery() {
        return ++last;
    }

    @Override
    public PersonId person(long gallery) {
        return new PersonId(++last);
    }

    @Override
    public UUID user() {
        return UUID.randomUUID();
    }

    @Override
    public FaceId face(long gallery, @Nullable PersonId person, Embedding embedding) {
        var face = new FaceId(++last);
        galleries.put(face, gallery);
        give(face, person);
        add(face, embedding);
        return face;
    }

    @Override
    public void give(FaceId face, @Nullable PersonId person) {
        persons.remove(face);
        if (person != null) {
            persons.put(face, person);
        }
    }

    @Override
    public void delete(FaceId face) {
        vectors.keySet().removeIf(key -> key.face().equals(face));
    }

    @Override
    public void setDeleted(PersonId person, boolean isDeleted) {
        if (isDeleted) {
            deleted.add(person);
        } else {
            deleted.remove(person);
        }
    }

    @Override
    public void claim(PersonId person, UUID user) {
        users.put(person, user);
    }

    @Override
    public void makePublic(PersonId person) {
        figures.add(person);
    }

    @Override
    public void own(FaceId face, UUID user) {
        owners.put(face, user);
    }
}
