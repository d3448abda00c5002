package org.semblance.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Checks what the provider has signed. Its keys vouch for tokens of its own name only, as ours do for ours; what kind of
 * token it is counts too, so that none does for another.
 */
@ApplicationScoped
public class ProviderTokens {
    private static final int LONGEST = 32 * 1024;
    private static final int CLOCK_SKEW_SECONDS = 60;
    private static final int OLDEST_LOGOUT_SECONDS = 300;
    private static final String TYPE = "typ";
    private static final String NONCE = "nonce";
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256);

    private final Provider provider;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ProviderTokens() {
        this(null, null);
    }

    @Inject
    public ProviderTokens(Provider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** Whom a token says that it is from, which nobody has checked: good for choosing who checks it, and no more. */
    static Optional<String> claimedIssuer(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] payload = java.util.Base64.getUrlDecoder().decode(parts[1]);
            return Optional.ofNullable(JsonUtil.parseJson(new String(payload, StandardCharsets.UTF_8))
                            .get("iss"))
                    .map(Object::toString);
        } catch (IllegalArgumentException | JoseException e) {
            return Optional.empty();
        }
    }

    /** What an ID token says that was given for the sign-in with this nonce. */
    Claims requireIdToken(String token, String nonce) {
        String id = provider.client().id();
        JwtClaims claims = verify(token, Set.of("JWT"), id, true);
        Object given = claims.getClaimValue(NONCE);
        if (!(given instanceof String text) || !isEqual(text, nonce)) {
            throw new SingleSignOnFailedException("the ID token was given for another sign-in");
        }
        Object party = claims.getClaimValue("azp");
        if (party == null ? audience(claims).size() > 1 : !party.equals(id)) {
            throw new SingleSignOnFailedException("the ID token was given to another client");
        }
        return new Claims(claims.getClaimsMap());
    }

    /** What an access token says that was given for us. */
    Claims requireAccessToken(String token, String audience) {
        JwtClaims claims = verify(token, Set.of("at+jwt", "application/at+jwt", "JWT"), audience, true);
        Object type = claims.getClaimValue(TYPE);
        if (type != null && !type.toString().equalsIgnoreCase("Bearer")) {
            throw new SingleSignOnFailedException("it is no access token");
        }
        return new Claims(claims.getClaimsMap());
    }

    /** What a logout token says (OpenID Connect Back-Channel Logout). */
    Claims requireLogoutToken(String token) {
        JwtClaims claims =
                verify(token, Set.of("logout+jwt", "JWT"), provider.client().id(), false);
        boolean tells = claims.getClaimValue("events") instanceof Map<?, ?> events && events.containsKey(LOGOUT);
        if (!tells || claims.hasClaim(NONCE)) {
            throw new SingleSignOnFailedException("it is no logout token");
        }
        return new Claims(claims.getClaimsMap());
    }

    private JwtClaims verify(String token, Set<String> types, String audience, boolean aboutSomebody) {
        try {
            Key key = key(token, types);
            var consumer = new JwtConsumerBuilder()
                    .setVerificationKey(key)
                    .setJwsAlgorithmConstraints(ALGORITHMS)
                    .setExpectedIssuer(true, provider.client().issuer())
                    .setExpectedAudience(true, audience)
                    .setRequireIssuedAt()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS);
            if (aboutSomebody) {
                consumer.setRequireSubject().setRequireExpirationTime();
            } else {
                consumer.setIssuedAtRestrictions(CLOCK_SKEW_SECONDS, OLDEST_LOGOUT_SECONDS);
            }
            return notFromTheFuture(consumer.build().processToClaims(token));
        } catch (InvalidJwtException | JoseException | MalformedClaimException e) {
            throw new SingleSignOnFailedException("the token is not valid", e);
        }
    }

    /** The provider's key that the token names; the token itself carries none that would count. */
    private Key key(String token, Set<String> types) throws JoseException {
        if (token.length() > LONGEST) {
            throw new SingleSignOnFailedException("the token is too long");
        }
        var signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        String type = signature.getHeader(TYPE);
        if (type != null && types.stream().noneMatch(type::equalsIgnoreCase)) {
            throw new SingleSignOnFailedException("the token is of the type " + type.toLowerCase(Locale.ROOT));
        }
        String id = Optional.ofNullable(signature.getKeyIdHeaderValue())
                .orElseThrow(() -> new SingleSignOnFailedException("the token names no key"));
        return provider.key(id)
                .map(found -> found.getKey())
                .filter(PublicKey.class::isInstance)
                .orElseThrow(() -> new SingleSignOnFailedException("the identity provider has no key of that name"));
    }

    private JwtClaims notFromTheFuture(JwtClaims claims) throws MalformedClaimException {
        NumericDate issued = claims.getIssuedAt();
        if (issued.getValueInMillis() > clock.millis() + CLOCK_SKEW_SECONDS * 1000L) {
            throw new SingleSignOnFailedException("the token is from the future; compare the clocks");
        }
        return claims;
    }

    private static List<String> audience(JwtClaims claims) {
        try {
            return claims.getAudience();
        } catch (MalformedClaimException e) {
            throw new SingleSignOnFailedException("the token is for nobody", e);
        }
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
