package org.semblance.storage;

import java.time.Instant;

/** A file that no row named. */
public record QuarantinedFile(long id, ImageKey key, long size, Instant since) {}
