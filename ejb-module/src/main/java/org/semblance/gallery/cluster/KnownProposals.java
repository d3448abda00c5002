package org.semblance.gallery.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;

/**
 * What a new clustering must respect: proposals that wait for a decision, those that people have discarded, and whom
 * people said a face is not.
 */
public final class KnownProposals {
    private final Map<ProposalId, Set<Long>> open = new HashMap<>();
    private final Set<ProposalId> outdated = new HashSet<>();
    private final Map<Long, ProposalId> openOf = new HashMap<>();
    private final Map<Long, Set<ProposalId>> discardedOf = new HashMap<>();
    private final Map<FaceId, Set<PersonId>> rejections = new HashMap<>();
    private final Set<ProposalId> continued = new HashSet<>();

    /** @param isOutdated whether the persons have changed since the proposal was made */
    void addOpen(ProposalId proposal, boolean isOutdated) {
        open.put(proposal, new HashSet<>());
        if (isOutdated) {
            outdated.add(proposal);
        }
    }

    void addOpenFace(ProposalId proposal, long face) {
        open.computeIfAbsent(proposal, id -> new HashSet<>()).add(face);
        openOf.put(face, proposal);
    }

    void addDiscardedFace(ProposalId proposal, long face) {
        discardedOf.computeIfAbsent(face, id -> new HashSet<>()).add(proposal);
    }

    void addRejection(FaceId face, PersonId person) {
        rejections.computeIfAbsent(face, id -> new HashSet<>()).add(person);
    }

    Set<PersonId> rejectedBy(FaceId face) {
        return rejections.getOrDefault(face, Set.of());
    }

    /** Whether people have discarded these faces: more than half of them were in one discarded proposal. */
    boolean isDiscarded(long... faces) {
        Map<ProposalId, Integer> shared = new HashMap<>();
        for (long face : faces) {
            discardedOf.getOrDefault(face, Set.of()).forEach(id -> shared.merge(id, 1, Integer::sum));
        }
        return shared.values().stream().anyMatch(count -> count * 2 > faces.length);
    }

    /** The open proposal that goes on as this cluster: the one that shares most faces with it. Each goes on once. */
    Optional<ProposalId> take(long... faces) {
        Map<ProposalId, Integer> shared = new TreeMap<>(java.util.Comparator.comparingLong(ProposalId::value));
        for (long face : faces) {
            ProposalId proposal = openOf.get(face);
            if (proposal != null && !continued.contains(proposal)) {
                shared.merge(proposal, 1, Integer::sum);
            }
        }
        Optional<ProposalId> best = shared.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey);
        best.ifPresent(continued::add);
        return best;
    }

    /** Whether a proposal can stay as it is for a cluster of these faces. */
    boolean isUnchanged(ProposalId proposal, long... faces) {
        Set<Long> before = open.getOrDefault(proposal, Set.of());
        if (outdated.contains(proposal) || before.size() != faces.length) {
            return false;
        }
        return java.util.Arrays.stream(faces).allMatch(before::contains);
    }

    /** The open proposals that go on as no cluster. */
    List<ProposalId> left() {
        return open.keySet().stream().filter(id -> !continued.contains(id)).toList();
    }

    /** Those that none of the faces reject, or not all of them do. */
    Set<PersonId> rejectedByAll(Collection<FaceId> faces) {
        Set<PersonId> all = null;
        for (FaceId face : faces) {
            if (all == null) {
                all = new HashSet<>(rejectedBy(face));
            } else {
                all.retainAll(rejectedBy(face));
            }
        }
        return all == null ? Set.of() : all;
    }
}
