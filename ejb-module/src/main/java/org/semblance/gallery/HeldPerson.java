package org.semblance.gallery;

import org.jspecify.annotations.Nullable;

/**
 * A legal hold among those of all persons.
 *
 * @param name what the person is called; null without a name, and for who may not know it
 */
public record HeldPerson(LegalHold hold, @Nullable String name) {}
