package org.semblance.platform.batch;

import java.util.Map;

/** One job that can be started, and the rules for its parameters. */
public interface JobDefinition {

    /** The job's id, which is also the name of its XML file. */
    String job();

    /** The parameters to start with, defaults filled in; refuses missing, unknown and wrong ones. */
    Map<String, String> check(Map<String, String> parameters);

    /** Whether only the system starts it, after checks of its own. */
    default boolean isInternal() {
        return false;
    }
}
