package org.semblance.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Gives access tokens to sessions, and new ones for refresh tokens. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class RefreshService {
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final UserAccess access;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RefreshService() {
        this(null, null, null);
    }

    @Inject
    public RefreshService(RefreshTokens refreshTokens, AccessTokens accessTokens, UserAccess access) {
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.access = access;
    }

    /** The first tokens of a session that has just begun. */
    public Tokens begin(SignedInUser user) {
        SessionProof session = java.util.Objects.requireNonNull(user.session(), "Only a session has tokens");
        return tokens(user, refreshTokens.issue(session.id()));
    }

    /** The next tokens of a session; {@link RefreshRefusedException} when it has ended or the token is not its last. */
    public Tokens renew(String refreshToken) {
        var renewal = refreshTokens.renew(refreshToken).orElseThrow(RefreshRefusedException::new);
        SignedInUser user = access.find(renewal.user(), renewal.session()).orElseThrow(RefreshRefusedException::new);
        return tokens(user, renewal.token());
    }

    private Tokens tokens(SignedInUser user, String refreshToken) {
        return new Tokens(accessTokens.issue(user), accessTokens.lifetime(), refreshToken);
    }

    /** What a client holds of a session. */
    public record Tokens(String accessToken, java.time.Duration accessLifetime, String refreshToken) {

        @Override
        public String toString() {
            return "Tokens for " + accessLifetime;
        }
    }
}
