package org.semblance.identity.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.MadeApiKey;
import org.semblance.platform.Page;
import org.semblance.platform.rest.ShownOnce;

/** What may be told of a key. */
@Schema(name = "ApiKey", description = "A key of a program, without its secret")
public record ApiKeyResponse(
        @Schema(examples = "7") long id,

        @Schema(description = "The key begins with `smb_` and this", examples = "Ab12Cd34")
        String prefix,

        @Schema(examples = "Camera gate") String name,

        @Schema(description = "Who made it and answers for it", examples = "ada")
        String owner,

        @Schema(description = "`active`, `expired` or `revoked`", examples = "active")
        String state,

        @Schema(examples = "[\"person:read\", \"search:run\"]")
        List<String> permissions,

        @Schema(description = "The only galleries that it is for; missing when it is for all", examples = "[\"staff\"]")
        @Nullable
        List<String> galleries,

        @Schema(description = PER_MINUTE, examples = "6000") @Nullable
        Integer unitsPerMinute,

        @Schema(description = PER_DAY, examples = "1000000") @Nullable
        Long unitsPerDay,

        @Schema(examples = "2026-01-02T12:00:00Z") String createdAt,

        @Schema(description = EXPIRY, examples = "2026-12-31T23:59:59Z")
        String expiresAt,

        @Schema(examples = "2026-03-01T08:00:00Z") @Nullable String revokedAt,

        @Schema(description = "To the minute; missing before the first use", examples = "2026-02-28T17:21:00Z")
        @Nullable
        String lastUsedAt,

        @Schema(description = "Where that use came from", examples = "192.0.2.7") @Nullable
        String lastUsedAddress) {

    static final String EXPIRY =
            "From when on it is refused; `semblance.keys.lifetime` from now when left out, at most "
                    + "`semblance.keys.max-lifetime`";
    static final String PER_MINUTE =
            "Its own rate limit, where the usual one does not hold; more than that needs " + "`apikey:manage`";
    static final String PER_DAY = "Its own quota for a day (UTC), likewise";

    public static ApiKeyResponse of(ApiKeySummary key) {
        var life = key.life();
        return new ApiKeyResponse(
                key.id(),
                key.prefix(),
                key.name(),
                key.owner().username(),
                key.state(Instant.now()),
                key.permissions(),
                key.galleries().orElse(null),
                key.limits().unitsPerMinute(),
                key.limits().unitsPerDay(),
                life.createdAt().toString(),
                life.expiresAt().toString(),
                life.revokedAt().map(Instant::toString).orElse(null),
                life.lastUsedAt().map(Instant::toString).orElse(null),
                life.lastUsedAddress().orElse(null));
    }

    /** A key that was just made, with the key itself. */
    @Schema(name = "MadeApiKey", description = "A key that was just made: keep it, nobody can tell it again")
    public record Made(
            @Schema(description = "Send it as `X-API-Key`", examples = "smb_Ab12Cd34_3fQx...")
            String key,

            ApiKeyResponse apiKey)
            implements ShownOnce {
        public static Made of(MadeApiKey made) {
            return new Made(made.text(), ApiKeyResponse.of(made.summary()));
        }
    }

    /** A page of them. */
    @Schema(name = "ApiKeys", description = "Some of the keys, in the order in which they were made")
    public record Some(
            List<ApiKeyResponse> items,

            @Schema(description = "`after` for the next page; missing on the last", examples = "57") @Nullable
            Long next) {
        static Some of(Page<ApiKeySummary> page) {
            return new Some(
                    page.items().stream().map(ApiKeyResponse::of).toList(),
                    page.next().isPresent() ? page.next().getAsLong() : null);
        }
    }
}
