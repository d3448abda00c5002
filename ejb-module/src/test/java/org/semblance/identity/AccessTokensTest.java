package org.semblance.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final SignedInUser ADA =
            new SignedInUser(new UUID(1, 2), "ada", "Ada North", Map.of(), new SessionProof(new UUID(3, 4), NOW));

    @TempDir
    Path directory;

    private Path keyFile;

    @BeforeEach
    void write_a_key() throws IOException, GeneralSecurityException {
        keyFile = writeKey("key.pem");
    }

    @Test
    void whoever_it_was_issued_to_comes_back() {
        String token = tokens(keyFile, NOW).issue(ADA);

        assertThat(tokens(keyFile, NOW.plusSeconds(899)).verify(token))
                .isEqualTo(new TokenBearer(new UUID(1, 2), new UUID(3, 4)));
    }

    @Test
    void expires() {
        String token = tokens(keyFile, NOW).issue(ADA);

        assertRefused(tokens(keyFile, NOW.plus(Duration.ofMinutes(16))), token);
    }

    @Test
    void another_installations_token_is_refused() throws IOException, GeneralSecurityException {
        String token = tokens(writeKey("other.pem"), NOW).issue(ADA);

        assertRefused(tokens(keyFile, NOW), token);
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = tokens(keyFile, NOW).issue(ADA).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"ada\"", "\"eve\"");
        String forged = parts[0] + '.' + encode(claims) + '.' + parts[2];

        assertRefused(tokens(keyFile, NOW), forged);
    }

    @Test
    void a_token_without_signature_is_refused() {
        String claims = tokens(keyFile, NOW).issue(ADA).split("\\.", -1)[1];

        assertRefused(tokens(keyFile, NOW), encode("{\"alg\":\"none\"}") + '.' + claims + '.');
    }

    @Test
    void nonsense_is_refused() {
        assertRefused(tokens(keyFile, NOW), "nonsense");
        assertRefused(tokens(keyFile, NOW), "");
    }

    private static void assertRefused(AccessTokens tokens, String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(TokenInvalidException.class);
    }

    private AccessTokens tokens(Path key, Instant now) {
        var settings = new IdentitySettings(key.toString(), "unused", Duration.ofMinutes(15));
        return new AccessTokens(new SigningKey(settings), settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Path writeKey(String name) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        String body = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(
                directory.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
