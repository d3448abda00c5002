package org.semblance.gallery.cluster;

/** Names a clustering of a gallery. */
public record ClusterRunId(long value) {
    /** Reads the parameter of a job. */
    public static ClusterRunId of(String value) {
        return new ClusterRunId(Long.parseLong(value));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
