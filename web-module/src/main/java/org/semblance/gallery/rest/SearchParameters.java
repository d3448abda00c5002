package org.semblance.gallery.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.SearchRequest;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.rest.PhotoUpload;

/** What to search for, said in the address or in the form beside the photo; the form wins. */
public class SearchParameters {
    private static final int DEFAULT_LIMIT = 5;

    @Parameter(description = "The gallery to search; may also be a field of the form", example = "staff")
    @QueryParam("gallery")
    private @Nullable String gallery;

    @Parameter(
            description = "How many candidates for each face at most; may also be a field of the form",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "5"))
    @QueryParam("limit")
    private @Nullable String limit;

    @Parameter(
            description = "Similarity that a match needs, instead of the gallery's; may also be a field of the form",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "-1", maximum = "1"))
    @QueryParam("threshold")
    private @Nullable String threshold;

    public SearchParameters() {}

    SearchParameters(@Nullable String gallery, @Nullable String limit, @Nullable String threshold) {
        this.gallery = gallery;
        this.limit = limit;
        this.threshold = threshold;
    }

    SearchRequest of(PhotoUpload upload) {
        String name = choose(upload, "gallery", gallery)
                .orElseThrow(() -> new InvalidInputException("gallery", "Say which gallery to search"));
        return new SearchRequest(
                new GalleryName(name),
                upload.photo(),
                number(upload, "threshold", threshold, Double::valueOf).orElse(null),
                number(upload, "limit", limit, Integer::valueOf).orElse(DEFAULT_LIMIT));
    }

    private static Optional<String> choose(PhotoUpload upload, String name, @Nullable String inAddress) {
        return upload.field(name)
                .or(() -> Optional.ofNullable(inAddress).map(String::strip).filter(value -> !value.isEmpty()));
    }

    private static <T extends Number> Optional<T> number(
            PhotoUpload upload, String name, @Nullable String inAddress, Function<String, T> parser) {
        return choose(upload, name, inAddress).map(text -> {
            try {
                return parser.apply(text);
            } catch (NumberFormatException e) {
                throw new InvalidInputException(name, name + " is a number, not '" + text + "'");
            }
        });
    }
}
