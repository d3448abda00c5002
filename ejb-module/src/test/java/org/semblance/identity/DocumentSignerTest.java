package org.semblance.identity;

import java.time.Clock;
import java.time.Duration;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentSignerTest {
    private static final String DOCUMENT = "{\"erasure\":7}";

    private final FakeSigningKeys keys = new FakeSigningKeys();
    private final DocumentSigner signer = new DocumentSigner(keys);

    @Test
    void whoever_has_the_public_key_can_tell_who_signed_what() throws Exception {
        var signature = new JsonWebSignature();

        signature.setCompactSerialization(signer.sign(DOCUMENT, "erasure-report+jws"));
        signature.setKey(
                keys.find(signature.getKeyIdHeaderValue()).orElseThrow().key());

        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getPayload()).isEqualTo(DOCUMENT);
        assertThat(signature.getHeader("typ")).isEqualTo("erasure-report+jws");
    }

    @Test
    void a_signed_document_is_no_token() {
        String signed = signer.sign(DOCUMENT, "erasure-report+jws");
        var tokens = new AccessTokens(keys, new IdentitySettings("unused", Duration.ofMinutes(15)), Clock.systemUTC());

        assertThatThrownBy(() -> tokens.verify(signed)).isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void knows_its_own_signatures_and_no_others() {
        String signed = signer.sign(DOCUMENT, "export+jws");
        String forged = signed.substring(0, signed.lastIndexOf('.') + 1) + "AAAA";

        assertThat(signer.verify(signed, "export+jws")).contains(DOCUMENT);
        assertThat(signer.verify(signed, "erasure-report+jws")).isEmpty();
        assertThat(signer.verify(forged, "export+jws")).isEmpty();
        assertThat(signer.verify("no signature", "export+jws")).isEmpty();
        assertThat(new DocumentSigner(new FakeSigningKeys()).verify(signed, "export+jws"))
                .isEmpty();
        assertThat(signer.read(forged)).contains(DOCUMENT);
        assertThat(signer.read("no signature")).isEmpty();
    }
}
