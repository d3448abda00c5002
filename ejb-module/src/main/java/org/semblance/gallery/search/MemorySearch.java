package org.semblance.gallery.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Hit;
import org.semblance.gallery.search.memory.Hits;
import org.semblance.gallery.search.memory.Segment;

/**
 * One search of a gallery that is in memory. Persons to leave out are left out while scanning; what else a filter says
 * the database checks, of the candidates only. Answers nothing when the database had better look at all that passes.
 */
final class MemorySearch {
    /** A user with fewer faces, and fewer public figures, are compared in the database at once. */
    private static final int FEW_FACES = 2000;

    private static final int FEW_FIGURES = 500;

    private final NearestQuery query;
    private final Segment segment;
    private final PgvectorEmbeddingStore truth;
    private final GalleryCounts counts;

    MemorySearch(NearestQuery query, Segment segment, PgvectorEmbeddingStore truth, GalleryCounts counts) {
        this.query = query;
        this.segment = segment;
        this.truth = truth;
        this.counts = counts;
    }

    Optional<Nearest<Neighbour>> persons() {
        float[] probe = query.probe().values();
        if (isAnsweredHere()) {
            Hits hits = segment.nearestPersons(probe, query.limit(), wanted());
            return Optional.of(new Nearest<>(
                    hits.found().stream().map(MemorySearch::neighbour).toList(), plan(hits.candidates(), hits.size())));
        }
        if (isSelective()) {
            return Optional.empty();
        }
        LongPredicate wanted = wanted();
        long[] candidates = segment.candidateFaces(probe, query.limit(), person -> person != 0 && wanted.test(person));
        List<Neighbour> found = new ArrayList<>();
        Set<PersonId> seen = new HashSet<>();
        for (NearFace near : compare(candidates)) {
            PersonId person = near.person();
            if (person != null && found.size() < query.limit() && seen.add(person)) {
                found.add(new Neighbour(person, near.face(), near.similarity(), segment.facesOf(person.value())));
            }
        }
        return isEnough(found.size(), candidates)
                ? Optional.of(new Nearest<>(found, plan(candidates.length, segment.size())))
                : Optional.empty();
    }

    Optional<Nearest<NearFace>> faces() {
        float[] probe = query.probe().values();
        if (isAnsweredHere()) {
            Hits hits = segment.nearestFaces(probe, query.limit(), wanted());
            return Optional.of(new Nearest<>(
                    hits.found().stream().map(MemorySearch::nearFace).toList(), plan(hits.candidates(), hits.size())));
        }
        if (isSelective()) {
            return Optional.empty();
        }
        long[] candidates = segment.candidateFaces(probe, query.limit(), wanted());
        List<NearFace> found = compare(candidates).stream().limit(query.limit()).toList();
        return isEnough(found.size(), candidates)
                ? Optional.of(new Nearest<>(found, plan(candidates.length, segment.size())))
                : Optional.empty();
    }

    /** Without the database, but for who claims to be whom. */
    private boolean isAnsweredHere() {
        return segment.hasVectors() && !query.filter().isCostly();
    }

    private boolean isSelective() {
        Filter filter = query.filter();
        long gallery = query.galleryId();
        boolean isFewFaces = filter.owner()
                .map(owner -> counts.owned(gallery, owner, FEW_FACES) < FEW_FACES)
                .orElse(false);
        return isFewFaces || (filter.publicFigures() && counts.publicFigures(gallery, FEW_FIGURES) < FEW_FIGURES);
    }

    private LongPredicate wanted() {
        Filter filter = query.filter();
        Set<Long> unwanted = new HashSet<>();
        filter.without().forEach(person -> unwanted.add(person.value()));
        filter.notUser().ifPresent(user -> unwanted.addAll(counts.claimed(query.galleryId(), user)));
        return unwanted.isEmpty() ? person -> true : person -> !unwanted.contains(person);
    }

    private List<NearFace> compare(long[] candidates) {
        return truth.compare(query, counts.facts(query.scope()), candidates);
    }

    private boolean isEnough(int found, long[] candidates) {
        return found == query.limit() || candidates.length == segment.size();
    }

    private SearchPlan plan(int candidates, int size) {
        String reason = isAnsweredHere()
                ? "the gallery is in memory"
                : "the signs are in memory, and the database compares the candidates";
        return new SearchPlan(Method.MEMORY, reason, candidates, size, false);
    }

    private static Neighbour neighbour(Hit hit) {
        return new Neighbour(new PersonId(hit.person()), new FaceId(hit.face()), hit.similarity(), hit.faces());
    }

    private static NearFace nearFace(Hit hit) {
        @Nullable PersonId person = hit.person() == 0 ? null : new PersonId(hit.person());
        return new NearFace(new FaceId(hit.face()), person, hit.similarity());
    }
}
