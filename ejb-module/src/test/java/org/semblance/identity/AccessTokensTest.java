package org.semblance.identity;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.semblance.identity.limits.SetClock;
import org.semblance.identity.signing.SigningKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final SignedInUser ADA =
            new SignedInUser(new UUID(1, 2), "ada", "Ada North", Map.of(), new SessionProof(new UUID(3, 4), NOW));

    private static final TokenBearer BEARER = new TokenBearer(new UUID(1, 2), new UUID(3, 4));
    private static final FakeSigningKeys KEYS = new FakeSigningKeys();

    @Test
    void whoever_it_was_issued_to_comes_back() {
        String token = tokens(NOW).issue(ADA);

        assertThat(tokens(NOW.plusSeconds(899)).verify(token)).isEqualTo(BEARER);
    }

    @Test
    void expires() {
        String token = tokens(NOW).issue(ADA);

        assertRefused(tokens(NOW.plus(Duration.ofMinutes(16))), token);
    }

    @Test
    void counts_only_from_its_time_on() {
        String token = tokens(NOW.plus(Duration.ofMinutes(5))).issue(ADA);

        assertRefused(tokens(NOW), token);
    }

    @Test
    void another_installations_token_is_refused() {
        String token = tokens(new FakeSigningKeys(), NOW).issue(ADA);

        assertRefused(tokens(NOW), token);
    }

    @Test
    void a_key_of_ones_own_under_the_id_of_ours_does_not_help() throws JoseException {
        String token = signed(claims(), SigningKey.generate(), KEYS.signing().id());

        assertRefused(tokens(NOW), token);
    }

    @Test
    void a_token_names_its_key() throws JoseException {
        assertRefused(tokens(NOW), signed(claims(), KEYS.signing(), null));
        assertRefused(tokens(NOW), signed(claims(), KEYS.signing(), "0123456789abcdef"));
    }

    @Test
    void another_issuers_token_and_one_for_somebody_else_are_refused() throws JoseException {
        var foreign = claims();
        foreign.setIssuer("https://elsewhere.example");
        var forOthers = claims();
        forOthers.setAudience("another-api");

        assertThat(tokens(NOW)
                        .verify(signed(claims(), KEYS.signing(), KEYS.signing().id())))
                .isEqualTo(BEARER);
        assertRefused(
                tokens(NOW), signed(foreign, KEYS.signing(), KEYS.signing().id()));
        assertRefused(
                tokens(NOW), signed(forOthers, KEYS.signing(), KEYS.signing().id()));
    }

    @Test
    void a_token_without_expiry_is_refused() throws JoseException {
        var endless = claims();
        endless.unsetClaim("exp");

        assertRefused(
                tokens(NOW), signed(endless, KEYS.signing(), KEYS.signing().id()));
    }

    @Test
    void something_else_that_the_key_has_signed_is_no_token() throws JoseException {
        var signature = signature(claims(), KEYS.signing().privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "report+jwt");
        signature.setKeyIdHeaderValue(KEYS.signing().id());

        assertRefused(tokens(NOW), signature.getCompactSerialization());
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = tokens(NOW).issue(ADA).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"ada\"", "\"eve\"");
        String forged = parts[0] + '.' + encode(claims) + '.' + parts[2];

        assertThat(claims).contains("eve");
        assertRefused(tokens(NOW), forged);
    }

    @Test
    void a_token_without_signature_is_refused() {
        String[] parts = tokens(NOW).issue(ADA).split("\\.", -1);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        String unsigned = header.replace("RS256", "none");

        assertRefused(tokens(NOW), encode(unsigned) + '.' + parts[1] + '.');
        assertRefused(tokens(NOW), encode(unsigned) + '.' + parts[1] + '.' + parts[2]);
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() throws JoseException {
        var secret = new HmacKey(KEYS.signing().verification().key().getEncoded());
        var signature = signature(claims(), secret, AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(KEYS.signing().id());

        assertRefused(tokens(NOW), signature.getCompactSerialization());
    }

    @Test
    void another_algorithm_of_the_same_key_is_refused() throws JoseException {
        var signature = signature(claims(), KEYS.signing().privateKey(), AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
        signature.setKeyIdHeaderValue(KEYS.signing().id());

        assertRefused(tokens(NOW), signature.getCompactSerialization());
    }

    @Test
    void tokens_of_a_replaced_key_count_until_it_is_forgotten() {
        var changing = new FakeSigningKeys();
        String before = tokens(changing, NOW).issue(ADA);

        changing.rotate();
        String after = tokens(changing, NOW).issue(ADA);

        assertThat(tokens(changing, NOW).verify(before)).isEqualTo(BEARER);
        assertThat(tokens(changing, NOW).verify(after)).isEqualTo(BEARER);
        changing.forgetRetired();
        assertRefused(tokens(changing, NOW), before);
    }

    @Test
    void a_token_that_was_right_before_expires_and_loses_its_key_all_the_same() {
        var changing = new FakeSigningKeys();
        var clock = new SetClock(NOW);
        var tokens = new AccessTokens(changing, new IdentitySettings("unused", Duration.ofMinutes(15)), clock);
        String early = tokens.issue(ADA);
        clock.pass(Duration.ofMinutes(10));
        String late = tokens.issue(ADA);

        assertThat(tokens.verify(early)).isEqualTo(BEARER);
        assertThat(tokens.verify(early)).isEqualTo(BEARER);
        assertThat(tokens.verify(late)).isEqualTo(BEARER);
        clock.pass(Duration.ofMinutes(6));
        assertRefused(tokens, early);
        assertThat(tokens.verify(late)).isEqualTo(BEARER);
        changing.rotate();
        assertThat(tokens.verify(late)).isEqualTo(BEARER);
        changing.forgetRetired();
        assertRefused(tokens, late);
    }

    @Test
    void remembers_so_many_and_no_more() {
        var verified = new VerifiedTokens();
        for (int i = 0; i < 2 * VerifiedTokens.MOST; i++) {
            verified.remember("token " + i, new VerifiedTokens.Verified(BEARER, "key", NOW));
        }

        assertThat(verified.size()).isEqualTo(VerifiedTokens.MOST);
    }

    @Test
    void nonsense_is_refused() {
        assertRefused(tokens(NOW), "nonsense");
        assertRefused(tokens(NOW), "");
    }

    private static void assertRefused(AccessTokens tokens, String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(TokenInvalidException.class);
    }

    private static AccessTokens tokens(Instant now) {
        return tokens(KEYS, now);
    }

    private static AccessTokens tokens(FakeSigningKeys keys, Instant now) {
        var settings = new IdentitySettings("unused", Duration.ofMinutes(15));
        return new AccessTokens(keys, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** What {@link AccessTokens#issue} claims, to be changed by a test. */
    private static JwtClaims claims() throws JoseException {
        try {
            String[] parts = tokens(NOW).issue(ADA).split("\\.", -1);
            return JwtClaims.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (org.jose4j.jwt.consumer.InvalidJwtException e) {
            throw new JoseException("unreadable", e);
        }
    }

    private static String signed(JwtClaims claims, SigningKey key, @org.jspecify.annotations.Nullable String id)
            throws JoseException {
        var signature = signature(claims, key.privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256);
        if (id != null) {
            signature.setKeyIdHeaderValue(id);
        }
        return signature.getCompactSerialization();
    }

    private static JsonWebSignature signature(JwtClaims claims, Key key, String algorithm) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "at+jwt");
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(algorithm);
        return signature;
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
