package org.semblance.gallery.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.semblance.gallery.FaceId;
import org.semblance.platform.IdPart;

/**
 * How a run goes, for requests and jobs alike: faces that are new are compared, one by one and each kept; then all
 * clusters are seen anew, which is quick, and the proposals are brought into line. Every step can be done again.
 */
@ApplicationScoped
public class Clustering {
    private static final int PAGE = 200;
    private static final int BETWEEN_SIGNS_OF_LIFE = 100;

    private final FaceNeighbours neighbours;
    private final NeighbourSearch search;
    private final ClusterJudge judge;
    private final ProposalStore proposals;
    private final ClusterRuns runs;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Clustering() {
        this(null, null, null, null, null);
    }

    @Inject
    public Clustering(
            FaceNeighbours neighbours,
            NeighbourSearch search,
            ClusterJudge judge,
            ProposalStore proposals,
            ClusterRuns runs) {
        this.neighbours = neighbours;
        this.search = search;
        this.judge = judge;
        this.proposals = proposals;
        this.runs = runs;
    }

    /** Compares all new faces; false when it had to stop before it was through. */
    public boolean compare(ClusterRun run, BooleanSupplier mustStop) {
        List<FaceId> page = neighbours.listPending(run, IdPart.ALL, 0, PAGE);
        while (!page.isEmpty()) {
            long compared = 0;
            for (FaceId face : page) {
                if (mustStop.getAsBoolean()) {
                    runs.compared(run.id(), compared);
                    return false;
                }
                search.find(run, face).ifPresent(near -> neighbours.keep(run, face, near));
                compared++;
            }
            runs.compared(run.id(), compared);
            page = neighbours.listPending(
                    run, IdPart.ALL, page.get(page.size() - 1).value(), PAGE);
        }
        return true;
    }

    /** Sees the clusters among all faces that were compared, and proposes them. */
    public void propose(ClusterRun run) {
        NeighbourGraph graph = neighbours.graph(run);
        List<long[]> clusters = Dbscan.clusters(graph, run.rules().minFaces()).stream()
                .sorted(Comparator.comparingInt((long[] faces) -> faces.length).reversed())
                .toList();
        KnownProposals known = proposals.known(run.galleryId());
        var tally = new Tally();
        for (long[] faces : clusters) {
            propose(run, known, tally, faces);
            if (tally.clusters % BETWEEN_SIGNS_OF_LIFE == 0) {
                runs.compared(run.id(), 0);
            }
        }
        proposals.supersede(known.left());
        runs.complete(run.id(), tally.counts(graph.size()));
    }

    private void propose(ClusterRun run, KnownProposals known, Tally tally, long... faces) {
        tally.clusters++;
        tally.clustered += faces.length;
        if (known.isDiscarded(faces)) {
            return;
        }
        Optional<ProposalId> before = known.take(faces);
        if (before.isPresent() && known.isUnchanged(before.get(), faces)) {
            return;
        }
        judge.judge(run, known, faces).ifPresent(cluster -> {
            proposals.save(run, before, cluster);
            tally.add(before.isPresent());
        });
    }

    /** What has been counted so far. */
    private static final class Tally {
        private long clusters;
        private long clustered;
        private long founded;
        private long changed;

        void add(boolean wasOpen) {
            if (wasOpen) {
                changed++;
            } else {
                founded++;
            }
        }

        ClusterRun.Counts counts(long faces) {
            return new ClusterRun.Counts(faces, 0, founded, changed, faces - clustered);
        }
    }
}
