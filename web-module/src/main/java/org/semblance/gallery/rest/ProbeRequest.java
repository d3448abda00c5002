package org.semblance.gallery.rest;

import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Probe;
import org.semblance.gallery.SearchScope;
import org.semblance.gallery.search.Filter;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.ModelId;

/** A search by a stored face or by a vector. */
@Schema(name = "ProbeSearch", description = "A stored face or a vector, and where to look for the like")
public record ProbeRequest(
        @Schema(description = "The gallery to search", examples = "staff") @NotBlank
        String gallery,

        @Schema(
                description = "A face of that gallery: who else looks like it? Its own person, and persons that it was "
                        + "said not to be, are left out",
                examples = "90210")
        @Nullable
        Long faceId,

        @Schema(description = "Instead of a face: the numbers that the model gave for one; scaled to length one")
        @JsonbTypeDeserializer(NumbersDeserializer.class)
        @Nullable
        List<Double> vector,

        @Schema(
                description = "The same numbers as 32-bit floats, little-endian, in Base64: a quarter of the size, and "
                        + "read in a fraction of the time",
                format = "byte")
        @Nullable
        String vectorBase64,

        @Schema(
                description = "The model that made the vector; must be the one in use, which is taken when left out",
                examples = "starter/embedder-512")
        @Nullable
        String model,

        @Schema(description = "How many candidates at most, 1 to 100", defaultValue = "5", examples = "5") @Nullable
        Integer limit,

        @Schema(description = "Similarity that a match needs, instead of the gallery's", examples = "0.42") @Nullable
        Double threshold,

        @Schema(description = "Only faces in pictures that this user brought", format = "uuid") @Nullable
        String owner,

        @Schema(description = "Nobody whom this user claims to be", format = "uuid") @Nullable
        String notUser,

        @Schema(description = "Only public figures", defaultValue = "false") @Nullable
        Boolean publicFigures,

        @Schema(description = "Use no index that may miss somebody", defaultValue = "false") @Nullable
        Boolean exact,

        @Schema(description = "Tell how it was looked for, and why so", defaultValue = "false") @Nullable
        Boolean explain) {

    Probe probe() {
        List<Supplier<Probe>> given = new ArrayList<>();
        Optional<ModelId> maker = Optional.ofNullable(model).map(ModelId::new);
        if (faceId != null) {
            given.add(() -> new Probe.OfFace(new FaceId(faceId)));
        }
        if (vector != null) {
            given.add(() -> new Probe.OfVector(vector, maker));
        }
        if (vectorBase64 != null) {
            given.add(() -> new Probe.OfVector(PackedVector.read("vector_base64", vectorBase64), maker));
        }
        if (given.size() != 1) {
            throw new InvalidInputException("face_id", "Give one of face_id, vector and vector_base64");
        }
        return given.get(0).get();
    }

    SearchScope scope() {
        var filter = new Filter(
                Optional.ofNullable(owner).map(text -> SearchParameters.user("owner", text)),
                Optional.ofNullable(notUser).map(text -> SearchParameters.user("not_user", text)),
                Boolean.TRUE.equals(publicFigures),
                Set.of());
        return new SearchScope(
                new GalleryName(gallery),
                threshold,
                Optional.ofNullable(limit).orElse(SearchParameters.DEFAULT_LIMIT),
                filter,
                Boolean.TRUE.equals(exact));
    }

    boolean explains() {
        return Boolean.TRUE.equals(explain);
    }
}
