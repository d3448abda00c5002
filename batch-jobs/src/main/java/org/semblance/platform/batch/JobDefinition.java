package org.semblance.platform.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semblance.jobs.JobParameter;

/** One job that can be started, and the rules for its parameters. */
public interface JobDefinition {
    /** The job's id, which is also the name of its XML file. */
    String job();

    /** What it can be told. */
    List<JobParameter> parameters();

    /** Refuses what its parameters' types do not rule out, such as a gallery that does not exist. */
    default void check(Map<String, String> parameters) {}

    /** Runs with the same key are never under way at the same time. */
    default Optional<String> exclusiveKey(Map<String, String> parameters) {
        return Optional.empty();
    }

    /** What whoever starts it must be permitted everywhere, besides managing jobs. */
    default Set<String> permissions() {
        return Set.of();
    }

    /** Whether whoever starts it must have proved their password shortly before. */
    default boolean needsStepUp() {
        return false;
    }

    /** Whether a run can be made of just what another one refused; the reader finds its number as retry-of. */
    default boolean retriesItems() {
        return false;
    }

    /** Whether only the system starts it, after checks of its own. */
    default boolean isInternal() {
        return false;
    }
}
