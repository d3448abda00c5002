package org.semblance.jobs;

import java.time.Instant;

/** Something that happened to a run. */
public record JobEvent(long id, Instant at, String text) {}
