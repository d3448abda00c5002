package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.signing.SigningKeys;

/** Short-lived JSON Web Tokens (RS256) that say who the bearer is; what they may do is read for each request. */
@ApplicationScoped
public class AccessTokens {
    private static final String ISSUER = "semblance";
    private static final String AUDIENCE = "semblance-api";
    private static final String SESSION = "sid";

    /** RFC 9068: whatever else these keys sign is no access token. */
    private static final String TYPE = "at+jwt";

    /** How far the clocks of nodes may differ. */
    private static final int CLOCK_SKEW_SECONDS = 30;

    private final SigningKeys keys;
    private final Duration lifetime;
    private final Clock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessTokens() {
        this.keys = null;
        this.lifetime = null;
        this.clock = null;
    }

    @Inject
    public AccessTokens(SigningKeys keys, IdentitySettings settings, Clock clock) {
        this.keys = keys;
        this.lifetime = settings.tokenLifetime();
        this.clock = clock;
    }

    public Duration lifetime() {
        return lifetime;
    }

    /** A token for the user's session. */
    public String issue(SignedInUser user) {
        SessionProof session = Objects.requireNonNull(user.session(), "Only a session has tokens");
        var now = clock.instant();
        var key = keys.signing();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(user.id().toString());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setNotBefore(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
        claims.setStringClaim("upn", user.username());
        claims.setStringClaim("name", user.displayName());
        claims.setStringClaim(SESSION, session.id().toString());
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.privateKey());
        signature.setKeyIdHeaderValue(key.id());
        signature.setHeader("typ", TYPE);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("An access token could not be signed", e);
        }
    }

    /** Whoever the token was issued to; {@link TokenInvalidException} when it is forged or has expired. */
    public TokenBearer verify(String token) {
        return verified.find(token, clock.instant())
                .filter(known -> keys.find(known.key()).isPresent())
                .orElseGet(() -> prove(token))
                .bearer();
    }

    private VerifiedTokens.Verified prove(String token) {
        try {
            var context = consumer().process(token);
            JwtClaims claims = context.getJwtClaims();
            var proved = new VerifiedTokens.Verified(
                    new TokenBearer(
                            UUID.fromString(claims.getSubject()),
                            UUID.fromString(String.valueOf(claims.getStringClaimValue(SESSION)))),
                    context.getJoseObjects().get(0).getKeyIdHeaderValue(),
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis())
                            .plusSeconds(CLOCK_SKEW_SECONDS));
            verified.remember(token, proved);
            return proved;
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            throw new TokenInvalidException(e);
        }
    }

    private Key key(@Nullable String id) throws UnresolvableKeyException {
        return Optional.ofNullable(id)
                .flatMap(keys::find)
                .orElseThrow(() -> new UnresolvableKeyException("No key of that id signs here"))
                .key();
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver((signature, nesting) -> key(signature.getKeyIdHeaderValue()))
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
    }
}
