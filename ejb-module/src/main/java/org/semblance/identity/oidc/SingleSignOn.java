package org.semblance.identity.oidc;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.UserAccess;
import org.semblance.platform.Problem;

/**
 * Signs people in who prove to the company's identity provider who they are (OpenID Connect, authorization code with
 * PKCE). Open to everybody: it is how one becomes somebody.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class SingleSignOn {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final OidcSettings settings;
    private final ClaimSettings claims;
    private final Provider provider;
    private final ProviderTokens tokens;
    private final FederatedUserStore users;
    private final UserAccess access;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SingleSignOn() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public SingleSignOn(
            OidcSettings settings,
            ClaimSettings claims,
            Provider provider,
            ProviderTokens tokens,
            FederatedUserStore users,
            UserAccess access,
            Clock clock) {
        this.settings = settings;
        this.claims = claims;
        this.provider = provider;
        this.tokens = tokens;
        this.users = users;
        this.access = access;
        this.clock = clock;
    }

    public boolean isOffered() {
        return settings.client().isPresent();
    }

    /** What the way to the provider is called; empty for a name in the user's language. */
    public Optional<String> label() {
        return settings.label();
    }

    /** Sends a browser to the provider; {@code isProof} for somebody who has to prove once more who they are. */
    public Departure begin(boolean isProof) {
        var pending = new PendingSignIn(
                AuthorizationAddress.random(),
                AuthorizationAddress.random(),
                AuthorizationAddress.random(),
                clock.instant(),
                isProof);
        return new Departure(AuthorizationAddress.of(provider, settings.scopes(), pending), pending);
    }

    /**
     * Whoever has come back from the provider, in a session of their own, or in theirs with its proof renewed.
     *
     * @param pending what the browser's session kept, and keeps no more: an answer counts once
     */
    public Arrival complete(@Nullable PendingSignIn pending, ProviderAnswer answer) {
        Checked checked = recorded(null, () -> check(pending, answer));
        var user = checked.claims.user(provider.client().issuer(), claims);
        SignedInUser arrived = recorded(user, () -> {
            Instant provedAt = provedAt(checked.claims);
            return checked.pending.isProof()
                    ? prove(user, provedAt, checked.pending.begunAt())
                    : enter(user, provedAt, checked.claims.text("sid").orElse(null));
        });
        Optional<String> exit = provider.metadata()
                .endSession()
                .map(page -> AuthorizationAddress.exit(page.toString(), provider.client(), checked.idToken));
        return new Arrival(arrived, exit);
    }

    /** Ends the sessions that a logout token of the provider names. */
    public void endSessions(String logoutToken) {
        Claims logout = tokens.requireLogoutToken(logoutToken);
        users.endSessions(
                provider.client().issuer(),
                logout,
                Instant.ofEpochSecond(logout.number("iat").orElseThrow()).plus(CLOCK_SKEW));
    }

    private Checked check(@Nullable PendingSignIn pending, ProviderAnswer answer) {
        if (pending == null || clock.instant().isAfter(pending.begunAt().plus(PATIENCE))) {
            throw new SingleSignOnFailedException("nobody began it in this browser within the last ten minutes");
        }
        if (!pending.state().equals(answer.state())) {
            throw new SingleSignOnFailedException("the answer belongs to another sign-in");
        }
        String issuer = answer.issuer();
        boolean isFromElsewhere = issuer == null
                ? provider.metadata().namesItself()
                : !issuer.equals(provider.client().issuer());
        if (isFromElsewhere) {
            throw new SingleSignOnFailedException("the answer comes from another provider");
        }
        String code = answer.code();
        if (answer.error() != null || code == null || code.isBlank()) {
            throw new SingleSignOnFailedException("the identity provider did not sign you in");
        }
        String idToken = provider.idToken(code, pending.verifier());
        return new Checked(pending, idToken, tokens.requireIdToken(idToken, pending.nonce()));
    }

    private SignedInUser enter(ProviderUser user, Instant provedAt, @Nullable String providerSession) {
        FederatedUser known = users.receive(user, claims.createsUsers());
        known.requireAccess();
        return access.require(known.user(), users.begin(known, provedAt, providerSession));
    }

    private SignedInUser prove(ProviderUser user, Instant provedAt, Instant begunAt) {
        SignedInUser caller = CurrentUser.find()
                .orElseThrow(() -> new SingleSignOnFailedException("your session has ended meanwhile"));
        SessionProof session = caller.session();
        boolean isCaller = users.find(user.issuer(), user.subject())
                .filter(known -> known.user().equals(caller.id()))
                .isPresent();
        if (!isCaller || session == null) {
            throw new SingleSignOnFailedException("somebody else has proved who they are");
        }
        if (provedAt.isBefore(begunAt.minus(CLOCK_SKEW))) {
            throw new SingleSignOnFailedException("the identity provider did not ask who you are");
        }
        users.proved(session.id());
        return access.require(caller.id(), session.id());
    }

    /** When the provider last saw a proof; long ago where it does not say. */
    private Instant provedAt(Claims proved) {
        Instant now = clock.instant();
        Instant at = proved.number("auth_time").map(Instant::ofEpochSecond).orElse(Instant.EPOCH);
        return at.isAfter(now) ? now : at;
    }

    private <T> T recorded(@Nullable ProviderUser user, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            users.recordRefusal(user, problem.code());
            throw problem;
        }
    }

    private record Checked(PendingSignIn pending, String idToken, Claims claims) {}
}
