package org.semblance.platform;

import jakarta.transaction.HeuristicMixedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that cannot be reached, or has no time, from everything else that may fail. One that goes away in the
 * middle of a commit leaves its outcome open, which the container calls heuristic and mixed.
 */
public final class Outage {
    /** PostgreSQL is shutting down or starting, has no connection left, or gave up a statement that took too long. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57014", "53300");

    private static final String CONNECTION_CLASS = "08";
    private static final int DEEPEST = 20;

    /** The pool says with these that it has no connection to give; the application does not see their classes. */
    private static final String POOL_EXCEPTIONS = "jakarta.resource.";

    private Outage() {}

    public static boolean isOutage(Throwable failure) {
        return causes(failure).anyMatch(Outage::isOutageItself);
    }

    /** The failure and what it came from. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    private static boolean isOutageItself(Throwable failure) {
        if (failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLTimeoutException) {
            return true;
        }
        if (failure.getClass().getName().startsWith(POOL_EXCEPTIONS) || failure instanceof HeuristicMixedException) {
            return true;
        }
        return failure instanceof SQLException sql && isOutageState(sql.getSQLState());
    }

    private static boolean isOutageState(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION_CLASS) || STATES.contains(state));
    }
}
