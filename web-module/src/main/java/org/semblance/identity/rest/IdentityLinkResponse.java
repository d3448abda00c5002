package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.identity.directory.IdentityLink;

/** Whom an identity provider means by a user. */
@Schema(name = "IdentityLink", description = "Whom an identity provider means by a user")
public record IdentityLinkResponse(
        @Schema(examples = "4") long id,

        @Schema(description = "The provider, as its tokens name it", examples = EXAMPLE_ISSUER)
        String issuer,

        @Schema(description = "Its own unchanging word for the user", examples = EXAMPLE_SUBJECT)
        String subject,

        Instant createdAt) {
    private static final String EXAMPLE_ISSUER = "https://sso.example.org/realms/company";
    private static final String EXAMPLE_SUBJECT = "bb068290-f9a0-4431-aa6d-1518631d2a36";

    static IdentityLinkResponse of(IdentityLink link) {
        return new IdentityLinkResponse(link.id(), link.issuer(), link.subject(), link.createdAt());
    }

    /** All of a user. */
    @Schema(name = "IdentityLinks", description = "Whom identity providers mean by a user")
    public record All(List<IdentityLinkResponse> items) {
        static All of(List<IdentityLink> links) {
            return new All(links.stream().map(IdentityLinkResponse::of).toList());
        }
    }

    /** One to make. */
    @Schema(name = "NewIdentityLink", description = "Whom an identity provider means by the user")
    public record Wanted(
            @Schema(description = "The provider, as its tokens name it", examples = EXAMPLE_ISSUER)
            @NotBlank
            @Size(max = 500)
            String issuer,

            @Schema(description = "Its own unchanging word for the user: the claim `sub`", examples = EXAMPLE_SUBJECT)
            @NotBlank
            @Size(max = 255)
            String subject) {}
}
