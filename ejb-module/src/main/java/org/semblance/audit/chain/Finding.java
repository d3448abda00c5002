package org.semblance.audit.chain;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was recorded.
 *
 * @param position first place in the chain that it concerns; null for an entry that is in none
 * @param entryId first entry that it concerns; null where that is no longer known
 */
public record Finding(
        Kind kind,
        LocalDate month,
        @Nullable Long position,
        @Nullable Long entryId,
        String message) {

    /** What was done to the trail. */
    public enum Kind {
        ENTRY_CHANGED,
        ENTRY_REMOVED,
        ENTRY_INSERTED,
        SEAL_BROKEN,
        SEALS_REMOVED,
        CHAIN_CUT;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
