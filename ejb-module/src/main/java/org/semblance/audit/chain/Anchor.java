package org.semblance.audit.chain;

import java.time.LocalDate;

/** How far the chain of a month had come, and the seal that it ended with. */
public record Anchor(LocalDate month, long position, Sum seal) {}
