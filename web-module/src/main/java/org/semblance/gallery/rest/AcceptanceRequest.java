package org.semblance.gallery.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes with the acceptance of a proposal. */
@Schema(name = "ClusterAcceptance", description = "What goes with the acceptance of a proposal")
public record AcceptanceRequest(
        @Schema(
                description = "What to call the person, who may be nameless yet; a name that people gave stays",
                maxLength = 200,
                examples = "Ada Lovelace")
        @Nullable
        String name) {}
