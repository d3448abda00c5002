package org.semblance.surveillance.access.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;

/** Who is asked about. */
public class PersonParameter {
    @Parameter(description = "Id of the person who would pass", required = true, example = "1815")
    @QueryParam("person")
    private @Nullable Long person;

    Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }
}
