package org.semblance.audit.chain;

import java.time.Instant;
import java.util.List;

/**
 * A verification that has come to its end.
 *
 * @param entries how many sealed entries were compared
 * @param findings what is wrong; nothing is good
 */
public record Verification(
        long id, Instant startedAt, Instant endedAt, String startedBy, long entries, List<Finding> findings) {
    public Verification {
        findings = List.copyOf(findings);
    }
}
