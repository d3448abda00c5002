package org.semblance.gallery;

import org.jspecify.annotations.Nullable;

/**
 * Whom a face of nobody looks like; for people to judge.
 *
 * @param name null while the person has none
 */
public record Suggestion(PersonId person, @Nullable String name, double similarity) {}
