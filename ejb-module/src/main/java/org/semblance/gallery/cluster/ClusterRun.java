package org.semblance.gallery.cluster;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.jobs.JobRunId;
import org.semblance.vision.ModelId;

/** One clustering of the unknown faces of a gallery. */
public record ClusterRun(
        ClusterRunId id,
        long galleryId,
        GalleryName gallery,
        Rules rules,
        State state,
        Counts counts,
        @Nullable JobRunId execution,
        @Nullable String problem,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** How far it has come. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * By what faces are compared.
     *
     * @param similarity from which on two faces are neighbours
     * @param margin how far the nearest person must be ahead of the next for a cluster to be theirs
     * @param minFaces how many faces, itself among them, a face must be near to be the core of a cluster
     */
    public record Rules(ModelId model, double similarity, double margin, int minFaces) {}

    /**
     * What came of it.
     *
     * @param faces how many unknown faces there were
     * @param compared how many of them were new and had to be compared
     * @param founded how many proposals are new
     * @param changed how many open proposals have changed
     * @param unclustered how many faces are in no cluster
     */
    public record Counts(long faces, long compared, long founded, long changed, long unclustered) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }
}
