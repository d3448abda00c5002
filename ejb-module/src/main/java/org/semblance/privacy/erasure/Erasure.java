package org.semblance.privacy.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Statements;

/**
 * A request to erase a person, and what became of it.
 *
 * @param pseudonym what the report calls the person
 * @param person null once they are erased
 * @param execution the job run that does it, or did last
 * @param problem why it is held or has failed
 */
public record Erasure(
        ErasureId id,
        UUID pseudonym,
        @Nullable PersonId person,
        State state,
        Reason reason,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable JobRunId execution,
        @Nullable String problem) {

    /** Where it stands. */
    public enum State {
        /** It begins when it is due. */
        REQUESTED,
        RUNNING,
        /** A legal hold forbids it; it goes on once the last one is over. */
        HELD,
        DONE,
        /** To be asked for again, and then goes on where it was. */
        FAILED,
        /** Consent was given again before it began. */
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "state", "state is requested, running, held, done, failed or cancelled"));
        }
    }

    /** Why it was asked for. */
    public enum Reason {
        /** Somebody asked for it. */
        REQUEST,
        /** Consent was withdrawn long enough ago. */
        WITHDRAWAL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Erasure of(ResultSet row) throws SQLException {
        long person = row.getLong("person_id");
        long execution = row.getLong("execution_id");
        return new Erasure(
                new ErasureId(row.getLong("id")),
                row.getObject("pseudonym", UUID.class),
                person == 0 ? null : new PersonId(person),
                State.of(row.getString("state")),
                Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                Statements.time(row, "started_at"),
                Statements.time(row, "ended_at"),
                execution == 0 ? null : new JobRunId(execution),
                row.getString("problem"));
    }
}
