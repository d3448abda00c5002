package org.semblance.gallery.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonQuery.Which;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.rest.PageParameters;

/** Which persons to list. */
public class PersonParameters {
    @Parameter(description = "The gallery of the persons", required = true, example = "staff")
    @QueryParam("gallery")
    private @Nullable String gallery;

    @Parameter(description = "What the name or external id begins with, in any case", example = "ada")
    @QueryParam("q")
    @DefaultValue("")
    private String text = "";

    @Parameter(
            description = "Only those whom no user claims to be",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("unclaimed")
    @DefaultValue("false")
    private boolean unclaimed;

    @Parameter(
            description = "Only those who were deleted and can still be brought back, instead of those who are there",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("deleted")
    @DefaultValue("false")
    private boolean deleted;

    @BeanParam
    private PageParameters page = new PageParameters();

    boolean isOfDeleted() {
        return deleted;
    }

    PersonQuery query() {
        if (gallery == null || gallery.isBlank()) {
            throw new InvalidInputException("gallery", "Say whose persons to list: ?gallery=");
        }
        Which which = unclaimed ? Which.UNCLAIMED : Which.PRESENT;
        return new PersonQuery(new GalleryName(gallery.strip()), text, which, page.after(), page.limit());
    }
}
