package org.semblance.identity.keys;

/**
 * A key that was just made.
 *
 * @param text the key itself, which nobody can tell again
 */
public record MadeApiKey(String text, ApiKeySummary summary) {

    /** Without the key, which must not come into a log. */
    @Override
    public String toString() {
        return "MadeApiKey[" + summary.prefix() + "]";
    }
}
