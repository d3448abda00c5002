package org.semblance.storage;

import java.time.Instant;

/** A row whose file is gone. */
public record MissingImage(long id, ImageKey key, Instant since) {}
