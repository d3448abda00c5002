package org.semblance.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.signing.SigningKeySummary;

/** A key that signs access tokens, or did. */
@Schema(name = "SigningKey", description = "A key that signs access tokens, or did")
public record SigningKeyResponse(
        @Schema(description = "`kid` of the tokens that it signed", examples = "4e96d34c0a51b2f7")
        String id,

        @Schema(examples = "2026-01-02T12:00:00Z") String createdAt,

        @Schema(description = "When another took its place; missing while it signs", examples = "2026-04-02T12:00:00Z")
        @Nullable
        String retiredAt,

        @Schema(
                description = "Until when tokens that it signed are believed; missing while it signs",
                examples = "2026-04-02T12:17:00Z")
        @Nullable
        String verifiesUntil) {

    static SigningKeyResponse of(SigningKeySummary key) {
        return new SigningKeyResponse(
                key.id(),
                key.createdAt().toString(),
                key.retiredAt().map(Object::toString).orElse(null),
                key.verifiesUntil().map(Object::toString).orElse(null));
    }

    /** All of them. */
    @Schema(name = "SigningKeys", description = "The key that signs, and those before it that still count")
    public record All(List<SigningKeyResponse> items) {
        static All of(List<SigningKeySummary> keys) {
            return new All(keys.stream().map(SigningKeyResponse::of).toList());
        }
    }
}
