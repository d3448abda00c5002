package org.semblance.gallery.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.cluster.ClusterRequest;

/** What to cluster, and how. */
@Schema(name = "ClusterRequest", description = "Which gallery to cluster, and how")
public record ClusterRequestBody(
        @Schema(description = "The gallery whose unknown faces are clustered", examples = "visitors") @NotNull
        String gallery,

        @Schema(
                description = "Cosine similarity from which on two faces are neighbours, 0 to 1; without it the "
                        + "threshold of the gallery. A higher one makes more and purer clusters.",
                examples = "0.45")
        @Nullable
        Double similarity,

        @Schema(
                description = "How many faces, itself among them, a face must be near to be the core of a cluster, and "
                        + "how many a cluster has at least; 2 to 20, without it 3",
                minimum = "2",
                maximum = "20",
                defaultValue = "3",
                examples = "3")
        @Nullable
        Integer minFaces) {

    ClusterRequest toRequest() {
        return new ClusterRequest(
                new GalleryName(gallery), similarity, minFaces == null ? ClusterRequest.DEFAULT_MIN_FACES : minFaces);
    }
}
