package org.semblance.identity.oidc;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.TokenInvalidException;
import org.semblance.identity.UserAccess;

/** Lets callers of the API in who carry an access token of the provider. */
@ApplicationScoped
public class ProviderAccess {
    private static final int REMEMBERED = 10_000;

    /** What the provider gives is compared with the database this often; what users may do, for each request. */
    private static final Duration COMPARED_EVERY = Duration.ofMinutes(1);

    private final OidcSettings settings;
    private final ClaimSettings claims;
    private final ProviderTokens tokens;
    private final FederatedUserStore users;
    private final UserAccess access;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ProviderAccess() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ProviderAccess(
            OidcSettings settings,
            ClaimSettings claims,
            ProviderTokens tokens,
            FederatedUserStore users,
            UserAccess access,
            Clock clock) {
        this.settings = settings;
        this.claims = claims;
        this.tokens = tokens;
        this.users = users;
        this.access = access;
        this.clock = clock;
    }

    /** Whether a token says that the provider issued it, so that only its keys may vouch for it. */
    public boolean concerns(String token) {
        return settings.apiAudience().isPresent()
                && settings.client()
                        .filter(client -> ProviderTokens.claimedIssuer(token)
                                .filter(client.issuer()::equals)
                                .isPresent())
                        .isPresent();
    }

    /** Whoever the provider issued the token to; {@link TokenInvalidException} when it did not, or not for us. */
    public SignedInUser require(String token) {
        Claims verified = verify(token);
        ProviderUser caller = verified.user(settings.client().orElseThrow().issuer(), claims);
        return within(access.require(user(caller)), token, verified);
    }

    private Claims verify(String token) {
        try {
            return tokens.requireAccessToken(token, settings.apiAudience().orElseThrow());
        } catch (SingleSignOnFailedException e) {
            throw new TokenInvalidException(e);
        }
    }

    private UUID user(ProviderUser caller) {
        Known last = recall(caller);
        if (last != null && clock.instant().isBefore(last.comparedAt.plus(COMPARED_EVERY))) {
            return last.user;
        }
        try {
            FederatedUser found = users.receive(caller, claims.createsApiUsers());
            found.requireAccess();
            remember(new Known(caller, found.user(), clock.instant()));
            return found.user();
        } catch (EJBException | IllegalStateException e) {
            if (last == null) {
                throw e;
            }
            return last.user;
        }
    }

    /**
     * The token stands for a session of the provider's, not of ours, in which its user proved who they are when it says
     * so; a token that does not say opens nothing that asks for a recent proof.
     */
    private static SignedInUser within(SignedInUser user, String token, Claims verified) {
        var provedAt = verified.number("auth_time").map(Instant::ofEpochSecond).orElse(Instant.EPOCH);
        var session = new SessionProof(UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)), provedAt);
        return new SignedInUser(user.id(), user.username(), user.displayName(), user.scopes(), session);
    }

    /** What was found out about a caller of whom the provider still says the same. */
    private @Nullable Known recall(ProviderUser caller) {
        synchronized (known) {
            Known last = known.get(caller.subject());
            return last != null && last.caller.equals(caller) ? last : null;
        }
    }

    private void remember(Known read) {
        synchronized (known) {
            known.put(read.caller.subject(), read);
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }

    private record Known(ProviderUser caller, UUID user, Instant comparedAt) {}
}
