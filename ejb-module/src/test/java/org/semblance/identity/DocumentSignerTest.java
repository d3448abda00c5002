package org.semblance.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentSignerTest {
    private static final String DOCUMENT = "{\"erasure\":7}";

    @TempDir
    Path directory;

    @Test
    void whoever_has_the_public_key_can_tell_who_signed_what() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var signer = signer(pair.getPrivate().getEncoded());

        var signature = new JsonWebSignature();
        signature.setCompactSerialization(signer.sign(DOCUMENT, "erasure-report+jws"));
        signature.setKey(pair.getPublic());

        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getPayload()).isEqualTo(DOCUMENT);
        assertThat(signature.getHeader("typ")).isEqualTo("erasure-report+jws");
    }

    @Test
    void a_signed_document_is_no_token() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var settings = settings(pair.getPrivate().getEncoded());
        var key = new SigningKey(settings);
        String signed = new DocumentSigner(key).sign(DOCUMENT, "erasure-report+jws");

        assertThatThrownBy(() -> new AccessTokens(key, settings, Clock.systemUTC()).verify(signed))
                .isInstanceOf(TokenInvalidException.class);
    }

    private DocumentSigner signer(byte[] der) throws Exception {
        return new DocumentSigner(new SigningKey(settings(der)));
    }

    private IdentitySettings settings(byte[] der) throws Exception {
        String body = Base64.getMimeEncoder().encodeToString(der);
        Path file = Files.writeString(
                directory.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        return new IdentitySettings(file.toString(), "unused", Duration.ofMinutes(15));
    }
}
