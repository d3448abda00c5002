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
        String name = upload.field("gallery", gallery)
                .orElseThrow(() -> new InvalidInputException("gallery", "Say which gallery to search"));
        var filter = new Filter(
                upload.field("owner", owner).map(text -> user("owner", text)),
                upload.field("not_user", notUser).map(text -> user("not_user", text)),
                upload.flag("public_figures", publicFigures, false),
                Set.of());
        var scope = new SearchScope(
                new GalleryName(name),
                number(upload, "threshold", threshold, Double::valueOf).orElse(null),
                number(upload, "limit", limit, Integer::valueOf).orElse(DEFAULT_LIMIT),
                filter,
                upload.flag("exact", exact, false));
        return new SearchRequest(scope, upload.photo());
    }

    boolean explains(PhotoUpload upload) {
        return upload.flag("explain", explain, false);
    }

    static UUID user(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, field + " is the id of a user, a UUID");
        }
    }

    private static <T extends Number> Optional<T> number(
            PhotoUpload upload, String name, @Nullable String inAddress, Function<String, T> parser) {
        return upload.field(name, inAddress).map(text -> PhotoUpload.parse(name, text, parser));
    }
}
