package org.semblance.gallery.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.SearchRequest;
import org.semblance.gallery.SearchScope;
import org.semblance.gallery.search.Filter;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.rest.PhotoUpload;

/** What to search for, said in the address or in the form beside the photo; the form wins. */
public class SearchParameters {
    static final int DEFAULT_LIMIT = 5;

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

    @Parameter(
            description = "Only faces in pictures that this user brought; may also be a field of the form",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @QueryParam("owner")
    private @Nullable String owner;

    @Parameter(
            description = "Nobody whom this user claims to be; may also be a field of the form",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @QueryParam("not_user")
    private @Nullable String notUser;

    @Parameter(
            description = "Only public figures; may also be a field of the form",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("public_figures")
    private @Nullable String publicFigures;

    @Parameter(
            description = "Use no index that may miss somebody; may also be a field of the form",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("exact")
    private @Nullable String exact;

    @Parameter(
            description = "Tell how each face was looked for, and why so; may also be a field of the form",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("explain")
    private @Nullable String explain;

    public SearchParameters() {}

    SearchParameters(@Nullable String gallery, @Nullable String limit, @Nullable String threshold) {
        this.gallery = gallery;
        this.limit = limit;
        this.threshold = threshold;
    }

    SearchRequest of(PhotoUpload upload) {
        String name = choose(upload, "gallery", gallery)
                .orElseThrow(() -> new InvalidInputException("gallery", "Say which gallery to search"));
        var filter = new Filter(
                choose(upload, "owner", owner).map(text -> user("owner", text)),
                choose(upload, "not_user", notUser).map(text -> user("not_user", text)),
                flag(upload, "public_figures", publicFigures),
                Set.of());
        var scope = new SearchScope(
                new GalleryName(name),
                number(upload, "threshold", threshold, Double::valueOf).orElse(null),
                number(upload, "limit", limit, Integer::valueOf).orElse(DEFAULT_LIMIT),
                filter,
                flag(upload, "exact", exact));
        return new SearchRequest(scope, upload.photo());
    }

    boolean explains(PhotoUpload upload) {
        return flag(upload, "explain", explain);
    }

    static UUID user(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, field + " is the id of a user, a UUID");
        }
    }

    private static Optional<String> choose(PhotoUpload upload, String name, @Nullable String inAddress) {
        return upload.field(name)
                .or(() -> Optional.ofNullable(inAddress).map(String::strip).filter(value -> !value.isEmpty()));
    }

    private static boolean flag(PhotoUpload upload, String name, @Nullable String inAddress) {
        String text = choose(upload, name, inAddress).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidInputException(name, name + " is true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    private static <T extends Number> Optional<T> number(
            PhotoUpload upload, String name, @Nullable String inAddress, Function<String, T> parser) {
        return choose(upload, name, inAddress).map(text -> PhotoUpload.parse(name, text, parser));
    }
}
