package org.semblance.gallery.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.search.GraphUpkeep;
import org.semblance.gallery.search.GraphUpkeep.Graph;
import org.semblance.gallery.search.Partitions;
import org.semblance.jobs.Tally;
import org.semblance.platform.batch.ChunkLedger;

/** Lays embeddings out, tells the planner of it, and sees to it that graphs find what they should. */
@Named
@Dependent
public class IndexMaintaining extends AbstractBatchlet {
    private static final int SAMPLES = 100;

    private final Partitions partitions;
    private final GraphUpkeep graphs;
    private final ChunkLedger ledger;
    private volatile boolean isStopping;

    @Inject
    @BatchProperty
    private @Nullable String gallery;

    @Inject
    @BatchProperty
    private String rebuild;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public IndexMaintaining(Partitions partitions, GraphUpkeep graphs, ChunkLedger ledger) {
        this.partitions = partitions;
        this.graphs = graphs;
        this.ledger = ledger;
    }

    @Override
    public String process() throws SQLException {
        var only = gallery == null || gallery.isEmpty() ? null : new GalleryName(gallery);
        if (!partitions.tidy(only, this::done)) {
            ledger.say("Another server lays the embeddings out at this moment");
        }
        List<Graph> found = graphs.graphs(only);
        ledger.stand(found.size() + 1L, 1);
        for (int i = 0; i < found.size() && !isStopping; i++) {
            maintain(found.get(i));
            ledger.stand(found.size() + 1L, i + 2L);
        }
        return isStopping ? "STOPPED" : "COMPLETED";
    }

    private void maintain(Graph graph) throws SQLException {
        if (rebuild.equals("always") || (rebuild.equals("when-needed") && isWorn(graph))) {
            graphs.rebuild(graph);
            done("graphs-rebuilt", "The graph index of " + name(graph) + " was built anew");
            probe(graph);
        } else if (rebuild.equals("never")) {
            probe(graph);
        }
    }

    private boolean isWorn(Graph graph) {
        return graph.hasManyDead() || probe(graph).orElse(1) < GraphUpkeep.GOOD;
    }

    private OptionalDouble probe(Graph graph) {
        OptionalDouble recall = graphs.recall(graph, SAMPLES, () -> isStopping);
        recall.ifPresent(share -> {
            String found = String.format(Locale.ROOT, "%.1f %%", 100 * share);
            done(
                    "graphs-probed",
                    "The graph index of " + name(graph) + " finds " + found + " of what comparing everything finds");
            if (share < GraphUpkeep.GOOD) {
                done("graphs-poor", "Searches do not use the graph index of " + name(graph) + " as it is");
            }
        });
        return recall;
    }

    private static String name(Graph graph) {
        return graph.gallery() + " for " + graph.model().value();
    }

    private void done(String kind, String what) {
        ledger.keep(null, Tally.NOTHING.with(kind, 1));
        ledger.say(what);
    }

    @Override
    public void stop() {
        isStopping = true;
    }
}
