package org.semblance.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * The session of a caller.
 *
 * @param provedAt when its user last proved their password in it
 */
public record SessionProof(UUID id, Instant provedAt) implements Serializable {}
