package org.semblance.gallery.rest;

import java.util.Arrays;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Snapshot;
import org.eclipse.microprofile.metrics.Timer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Statistics;

/** How much there is, and how quickly it is searched. */
@Schema(name = "Statistics", description = "How much there is, and how quickly this node searches it")
public record StatsResponse(
        @Schema(examples = "3") long galleries,
        @Schema(examples = "1815") long persons,

        @Schema(description = "Persons whom no user claims to be", examples = "1790")
        long unclaimedPersons,

        @Schema(examples = "5421") long faces,

        @Schema(description = "Faces of nobody yet", examples = "12")
        long unassignedFaces,

        @Schema(description = "One for each face and model", examples = "5421")
        long embeddings,

        @Schema(description = "What embeddings and their indexes take on disk, in bytes", examples = "9437184")
        long embeddingBytes,

        @Schema(examples = "10842") long images,

        @Schema(description = "What the pictures take in the image store", examples = "734003200")
        long imageBytes,

        Searches photoSearches,
        Searches probeSearches) {

    static StatsResponse of(Statistics counted, MetricRegistry metrics) {
        return new StatsResponse(
                counted.galleries(),
                counted.persons(),
                counted.unclaimed(),
                counted.faces(),
                counted.unassigned(),
                counted.embeddings(),
                counted.embeddingBytes(),
                counted.images(),
                counted.imageBytes(),
                Searches.of(metrics.getTimer(new MetricID("search_seconds"))),
                Searches.of(metrics.getTimer(new MetricID("probe_search_seconds"))));
    }

    /** What this node has searched since it started. */
    @Schema(name = "SearchCounts", description = "Searches of this node since it started, and how long they took")
    public record Searches(
            @Schema(examples = "120") long count,

            @Schema(description = "Half of the latest took no longer", examples = "48.2") @Nullable
            Double medianMs,

            @Schema(description = "All but one in a hundred of the latest took no longer", examples = "91.7") @Nullable
            Double mostMs) {
        private static final double MEDIAN = 0.5;
        private static final double MOST = 0.99;

        static Searches of(@Nullable Timer timer) {
            if (timer == null || timer.getCount() == 0) {
                return new Searches(0, null, null);
            }
            return new Searches(timer.getCount(), ms(timer, MEDIAN), ms(timer, MOST));
        }

        private static @Nullable Double ms(Timer timer, double percentile) {
            return Arrays.stream(timer.getSnapshot().percentileValues())
                    .filter(value -> Math.abs(value.getPercentile() - percentile) < 0.001)
                    .findFirst()
                    .map(Snapshot.PercentileValue::getValue)
                    .map(nanoseconds -> Math.round(nanoseconds / 10_000) / 100.0)
                    .orElse(null);
        }
    }
}
