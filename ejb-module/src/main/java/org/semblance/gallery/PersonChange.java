package org.semblance.gallery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Faces changed hands, because people said so.
 *
 * @param person who was kept: the survivor of a merge, the rest of a split, the target of a move, if anybody
 * @param other who was merged away, split off, or robbed of faces, if anybody
 * @param faces which faces
 * @param undoneBy who undid it; null while it stands
 */
public record PersonChange(
        PersonChangeId id,
        Kind kind,
        @Nullable PersonId person,
        @Nullable PersonId other,
        List<FaceId> faces,
        String actor,
        Instant changedAt,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {

    public PersonChange {
        faces = List.copyOf(faces);
    }

    /** What was done. */
    public enum Kind {
        MERGE,
        SPLIT,
        MOVE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No person changes by " + code));
        }
    }

    public boolean isUndone() {
        return undoneBy != null;
    }
}
