package org.semblance.gallery.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.NewPerson;

/** A person to make. */
@Schema(name = "NewPerson", description = "A person to make; a person may have no name yet")
public record PersonRequest(
        @Schema(description = "What people call the person", maxLength = 200, examples = "Ada Lovelace") @Nullable
        String name,

        @Schema(
                description = "What your own system calls the person; unique in the gallery",
                maxLength = 200,
                examples = "hr-1815")
        @Nullable
        String externalId) {

    NewPerson toNewPerson() {
        return new NewPerson(name, externalId);
    }
}
