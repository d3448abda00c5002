package org.semblance.identity.limits;

/**
 * Where a caller stands after a request, as far as this node knows.
 *
 * @param left units that may be spent at once
 */
public record Standing(Allowance allowance, long left) {

    /** When all units of a minute will be there again. */
    public long secondsUntilFull() {
        return (long) Math.ceil((allowance.capacity() - left) / allowance.unitsPerSecond());
    }
}
