package org.semblance.lookalike;

import java.util.UUID;

/**
 * A user by all their faces.
 *
 * @param isAsPlanned whether the faces are still those that the run found when it began
 * @param isChanged whether the run has to compare the user with everybody
 * @param mean of the embeddings, each of length one
 */
@SuppressWarnings("ArrayRecordComponent") // read from the database once, never compared
public record UserLook(UUID user, boolean isAsPlanned, boolean isChanged, float[] mean) {}
