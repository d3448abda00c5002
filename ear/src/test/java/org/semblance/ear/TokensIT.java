package org.semblance.ear;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** Access tokens as an attacker would make them, and the keys behind them. */
@ArquillianTest
@RunAsClient
class TokensIT {
    private static final String GALLERIES = "/api/v1/galleries";
    private static final String SIGNING_KEYS = "/api/v1/signing-keys";

    private String token = "";

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void sign_in() {
        ApiClient.administrator();
        token = token();
    }

    @Test
    void outsiders_check_a_token_by_the_published_key() throws GeneralSecurityException {
        Answer published = ApiClient.anonymous().get("/.well-known/jwks.json");

        assertThat(published.header("Content-Type")).isEqualTo("application/jwk-set+json");
        assertThat(published.header("Cache-Control")).isEqualTo("public, max-age=60");
        String[] parts = token.split("\\.", -1);
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(publishedKey());
        check.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void forged_tokens_are_refused() throws GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        String unsigned = encode(decoded(parts[0]).replace("RS256", "none"));
        String shared = encode(decoded(parts[0]).replace("RS256", "HS256")) + '.' + parts[1];
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(publishedKey().getEncoded(), "HmacSHA256"));
        String confused = shared
                + '.'
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(shared.getBytes(StandardCharsets.US_ASCII)));
        String unknown = encode(decoded(parts[0]).replaceFirst("\"kid\":\"[^\"]*\"", "\"kid\":\"0123456789abcdef\""));

        assertThat(ApiClient.withToken(token).get(GALLERIES).status()).isEqualTo(200);
        assertRefused(unsigned + '.' + parts[1] + '.');
        assertRefused(unsigned + '.' + parts[1] + '.' + parts[2]);
        assertRefused(confused);
        assertRefused(unknown + '.' + parts[1] + '.' + parts[2]);
        assertRefused(parts[0] + '.' + encode(decoded(parts[1]).replace("admin", "nimda")) + '.' + parts[2]);
        assertRefused(parts[0] + '.' + parts[1] + '.');
    }

    @Test
    void tokens_of_the_key_before_count_on_after_a_rotation() {
        ApiClient before = ApiClient.withToken(token);

        Answer rotated = before.post(SIGNING_KEYS + "/rotate", "");

        assertThat(rotated.status()).as(rotated.body()).isEqualTo(200);
        JsonObject signing = rotated.json().getJsonArray("items").getJsonObject(0);
        assertThat(signing.containsKey("retired_at")).isFalse();
        String after = token();
        assertThat(header(after).getString("kid"))
                .isEqualTo(signing.getString("id"))
                .isNotEqualTo(header(token).getString("kid"));
        assertThat(before.get(GALLERIES).status()).isEqualTo(200);
        assertThat(ApiClient.withToken(after).get(SIGNING_KEYS).status()).isEqualTo(200);
        assertThat(ApiClient.anonymous().get("/.well-known/jwks.json").body())
                .contains(header(token).getString("kid"), header(after).getString("kid"))
                .doesNotContain("\"d\":");
    }

    private static void assertRefused(String forged) {
        assertProblem(ApiClient.withToken(forged).get(GALLERIES), 401, "token-invalid");
    }

    private static String token() {
        return ApiClient.anonymous()
                .post(
                        "/api/v1/auth/token",
                        "{\"username\": \"admin\", \"password\": \"%s\"}".formatted(ApiClient.PASSWORD))
                .json()
                .getString("access_token");
    }

    private RSAPublicKey publishedKey() throws GeneralSecurityException {
        JsonObject key = ApiClient.anonymous().get("/.well-known/jwks.json").json().getJsonArray("keys").stream()
                .map(JsonObject.class::cast)
                .filter(candidate ->
                        candidate.getString("kid").equals(header(token).getString("kid")))
                .findFirst()
                .orElseThrow();
        var form = new RSAPublicKeySpec(number(key.getString("n")), number(key.getString("e")));
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(form);
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }

    private static JsonObject header(String token) {
        try (var reader = Json.createReader(new StringReader(decoded(token.split("\\.", -1)[0])))) {
            return reader.readObject();
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
