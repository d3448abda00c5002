package org.semblance.surveillance.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Statements;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.StrangerState;

/** A stranger who is decided about as a whole, locked. */
record TargetStranger(
        StrangerId id,
        StrangerState state,
        @Nullable PersonId person,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    static TargetStranger of(ResultSet row) throws SQLException {
        @Nullable Long person = row.getObject("person_id", Long.class);
        return new TargetStranger(
                new StrangerId(row.getLong("id")),
                StrangerState.of(row.getString("state")),
                person == null ? null : new PersonId(person),
                row.getString("decided_by"),
                Statements.time(row, "decided_at"));
    }

    boolean isOpen() {
        return state == StrangerState.OPEN;
    }

    AlreadyDecidedException decided() {
        return new AlreadyDecidedException(id, state.code(), decidedBy, decidedAt);
    }
}
