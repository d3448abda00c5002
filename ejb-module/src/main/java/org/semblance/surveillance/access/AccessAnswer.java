package org.semblance.surveillance.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;

/**
 * Whether somebody would pass a door, and why.
 *
 * @param person who answers for the id asked for now
 * @param name what they are called, where the caller may see that
 * @param nextAllowed when they may pass next, within a year; null where they may now, never, or it was not asked for
 * @param readAt when the rules were read
 */
public record AccessAnswer(
        Door door,
        PersonId person,
        @Nullable String name,
        AccessDecision decision,
        @Nullable Instant nextAllowed,
        Instant at,
        Instant readAt) {}
