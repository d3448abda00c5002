package org.semblance.retention;

import java.time.Instant;
import org.semblance.lifetime.Portion;

/** What a purge of a kind would remove now. */
public record DryRun(RetentionPolicy policy, Instant cutoff, Portion found) {}
