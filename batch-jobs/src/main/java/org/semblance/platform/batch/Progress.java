package org.semblance.platform.batch;

import java.io.Serializable;

/** How far a step has come; kept with its checkpoints, so that a restart counts on. */
public record Progress(long total, long done, long failed) implements Serializable {

    public static Progress of(long total) {
        return new Progress(total, 0, 0);
    }

    /** One more item dealt with. */
    public Progress plus(boolean accepted) {
        return new Progress(total, done + 1, accepted ? failed : failed + 1);
    }
}
