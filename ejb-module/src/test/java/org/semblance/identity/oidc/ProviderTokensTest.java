package org.semblance.identity.oidc;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Forged, borrowed and stale tokens; every one of them is signed as well as its forger could. */
class ProviderTokensTest {
    private static final String NONCE = "nonce-1";
    private static final long NOW = CompanyProvider.NOON.getEpochSecond();

    private final CompanyProvider provider = new CompanyProvider();
    private final ProviderTokens tokens =
            new ProviderTokens(new Provider(provider.settings(), CompanyProvider.CLOCK), CompanyProvider.CLOCK);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void believes_what_the_provider_has_signed() {
        assertThat(tokens.requireIdToken(CompanyProvider.sign(idToken()), NONCE).text("sub"))
                .contains("subject-of-grace");
    }

    @Test
    void believes_elliptic_curves_and_pss() throws Exception {
        var curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        curve.setKeyId("curve");
        provider.keys = List.of(CompanyProvider.KEY, curve);

        var byCurve = signature(idToken(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        byCurve.setKey(curve.getPrivateKey());
        byCurve.setKeyIdHeaderValue("curve");
        var byPss = signature(idToken(), AlgorithmIdentifiers.RSA_PSS_USING_SHA256);

        assertThat(tokens.requireIdToken(CompanyProvider.compact(byCurve), NONCE))
                .isNotNull();
        assertThat(tokens.requireIdToken(CompanyProvider.compact(byPss), NONCE)).isNotNull();
    }

    @Test
    void refuses_a_token_without_a_signature() {
        var unsigned = signature(idToken(), AlgorithmIdentifiers.NONE);
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setKey(null);

        refuses(CompanyProvider.compact(unsigned));
    }

    @Test
    void refuses_the_public_key_as_a_shared_secret() {
        var forged = signature(idToken(), AlgorithmIdentifiers.HMAC_SHA256);
        forged.setKey(new HmacKey(CompanyProvider.KEY.getPublicKey().getEncoded()));

        refuses(CompanyProvider.compact(forged));
    }

    @ParameterizedTest
    @ValueSource(strings = {AlgorithmIdentifiers.RSA_USING_SHA512, AlgorithmIdentifiers.RSA_USING_SHA384})
    void refuses_algorithms_that_nobody_has_agreed_on(String algorithm) {
        refuses(CompanyProvider.compact(signature(idToken(), algorithm)));
    }

    @Test
    void refuses_a_key_that_the_token_brings_along() throws Exception {
        var own = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var forged = signature(idToken(), AlgorithmIdentifiers.RSA_USING_SHA256);
        forged.setKey(own.getPrivate());
        forged.setJwkHeader(
                (org.jose4j.jwk.PublicJsonWebKey) org.jose4j.jwk.JsonWebKey.Factory.newJwk(own.getPublic()));

        refuses(CompanyProvider.compact(forged));
    }

    @Test
    void refuses_a_changed_token() {
        String[] parts = CompanyProvider.sign(idToken()).split("\\.", -1);
        JwtClaims other = idToken();
        other.setSubject("somebody else");
        String payload = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(other.toJson().getBytes(StandardCharsets.UTF_8));

        refuses(parts[0] + "." + payload + "." + parts[2]);
    }

    @Test
    void refuses_another_issuer_although_the_key_is_right() {
        refuses(with("iss", "https://elsewhere.example/realms/company"));
        refuses(with("iss", provider.issuer() + "/"));
        refuses(with("iss", null));
    }

    @Test
    void refuses_what_was_issued_to_another_client() {
        refuses(with("aud", "canteen"));
        refuses(with("aud", null));
        refuses(with("azp", "canteen"));
        refuses(with("aud", List.of("semblance", "canteen")));
    }

    @Test
    void refuses_another_sign_in() {
        refuses(with("nonce", "nonce-2"));
        refuses(with("nonce", null));
        refuses(with("nonce", 7));
    }

    @Test
    void refuses_what_has_expired_or_never_does_or_comes_from_the_future() {
        refuses(expired(61));
        refuses(with("exp", null));
        refuses(with("iat", null));
        refuses(with("iat", NOW + 61));
        refuses(with("nbf", NOW + 61));
        assertThat(tokens.requireIdToken(expired(30), NONCE))
                .as("clocks differ")
                .isNotNull();
    }

    @Test
    void refuses_a_token_about_nobody() {
        refuses(with("sub", null));
    }

    @Test
    void refuses_a_key_that_the_provider_does_not_know_and_asks_it_once() {
        String forged = CompanyProvider.sign(idToken(), CompanyProvider.key("invented"));

        refuses(forged);
        refuses(forged);

        assertThat(provider.keysRead).hasValue(1);
    }

    @Test
    void refuses_what_is_too_long_to_be_true() {
        refuses(with("sub", "x".repeat(40_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "a.b.c.d.e", "eyJhbGciOiJSUzI1NiJ9.e30."})
    void refuses_what_is_no_token(String text) {
        refuses(text);
        assertThat(ProviderTokens.claimedIssuer(text)).isEmpty();
    }

    @Test
    void tells_apart_what_a_token_is_good_for() {
        JwtClaims access = provider.claims(CompanyProvider.AUDIENCE);
        JwtClaims identity = provider.claims(CompanyProvider.AUDIENCE);
        identity.setClaim("typ", "ID");

        assertThat(tokens.requireAccessToken(CompanyProvider.sign(access), CompanyProvider.AUDIENCE))
                .isNotNull();
        refusesAccess(CompanyProvider.sign(identity));
        refusesAccess(CompanyProvider.sign(idToken()));
        refuses(CompanyProvider.sign(access));
        refusesAccess(logoutToken(null));
    }

    @Test
    void believes_a_logout_token_and_takes_nothing_else_for_one() {
        assertThat(tokens.requireLogoutToken(logoutToken(null)).text("sid")).contains("session-1");

        assertThatThrownBy(() -> tokens.requireLogoutToken(CompanyProvider.sign(idToken())))
                .isInstanceOf(SingleSignOnFailedException.class);
        assertThatThrownBy(() -> tokens.requireLogoutToken(logoutToken("nonce")))
                .isInstanceOf(SingleSignOnFailedException.class);
        assertThatThrownBy(() -> tokens.requireLogoutToken(logoutToken("iat")))
                .isInstanceOf(SingleSignOnFailedException.class);
    }

    private String logoutToken(@Nullable String wrong) {
        var claims = provider.claims(CompanyProvider.CLIENT);
        claims.setClaim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        if ("nonce".equals(wrong)) {
            claims.setClaim("nonce", NONCE);
        }
        if ("iat".equals(wrong)) {
            claims.setIssuedAt(NumericDate.fromSeconds(NOW - 600));
        }
        var signature = signature(claims, AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "logout+jwt");
        return CompanyProvider.compact(signature);
    }

    private JwtClaims idToken() {
        JwtClaims claims = provider.claims(CompanyProvider.CLIENT);
        claims.setClaim("nonce", NONCE);
        return claims;
    }

    private String expired(long secondsAgo) {
        JwtClaims claims = idToken();
        claims.setIssuedAt(NumericDate.fromSeconds(NOW - 300));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW - secondsAgo));
        return CompanyProvider.sign(claims);
    }

    private String with(String name, @Nullable Object value) {
        JwtClaims claims = idToken();
        if (value == null) {
            claims.unsetClaim(name);
        } else {
            claims.setClaim(name, value);
        }
        return CompanyProvider.sign(claims);
    }

    private static JsonWebSignature signature(JwtClaims claims, String algorithm) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(CompanyProvider.KEY.getPrivateKey());
        signature.setKeyIdHeaderValue(CompanyProvider.KEY.getKeyId());
        signature.setAlgorithmHeaderValue(algorithm);
        return signature;
    }

    private void refuses(String token) {
        assertThatThrownBy(() -> tokens.requireIdToken(token, NONCE)).isInstanceOf(SingleSignOnFailedException.class);
    }

    private void refusesAccess(String token) {
        assertThatThrownBy(() -> tokens.requireAccessToken(token, CompanyProvider.AUDIENCE))
                .isInstanceOf(SingleSignOnFailedException.class);
    }
}
