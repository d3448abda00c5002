package org.semblance.surveillance.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Statements;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.UnknownState;

/** An unknown face that is decided about, locked. */
record TargetRow(
        FaceId face,
        StrangerId stranger,
        long galleryId,
        @Nullable PersonId person,
        float quality,
        UnknownState state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    static TargetRow of(ResultSet row) throws SQLException {
        @Nullable Long person = row.getObject("person_id", Long.class);
        return new TargetRow(
                new FaceId(row.getLong("id")),
                new StrangerId(row.getLong("stranger_id")),
                row.getLong("gallery_id"),
                person == null ? null : new PersonId(person),
                row.getFloat("quality"),
                UnknownState.of(row.getString("state")),
                row.getString("decided_by"),
                Statements.time(row, "decided_at"));
    }

    boolean isNew() {
        return state == UnknownState.NEW;
    }

    AlreadyDecidedException decided() {
        return new AlreadyDecidedException(face, state.code(), decidedBy, decidedAt);
    }
}
