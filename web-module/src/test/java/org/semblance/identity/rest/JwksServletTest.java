package org.semblance.identity.rest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.semblance.identity.signing.SigningKey;
import org.semblance.identity.signing.SigningKeys;
import org.semblance.identity.signing.VerificationKey;
import org.semblance.platform.rest.FakeExchange;

import static org.assertj.core.api.Assertions.assertThat;

class JwksServletTest {
    private final FakeExchange exchange = new FakeExchange();

    @Test
    void publishes_the_public_half_of_every_key_that_counts() throws IOException, JoseException {
        SigningKey key = SigningKey.generate();

        new JwksServlet(new FakeKeys(key)).doGet(exchange.request(), exchange.response());

        var read = new JsonWebKeySet(exchange.text()).getJsonWebKeys();
        assertThat(read).hasSize(1);
        assertThat(read.get(0).getKey()).isEqualTo(key.verification().key());
        assertThat(read.get(0).getKeyId()).isEqualTo(key.id());
        assertThat(exchange.text()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(exchange.headers).containsAllEntriesOf(Map.of("Cache-Control", "public, max-age=60"));
    }

    private static final class FakeKeys extends SigningKeys {
        private final SigningKey key;

        FakeKeys(SigningKey key) {
            this.key = key;
        }

        @Override
        public List<VerificationKey> published() {
            return List.of(key.verification());
        }
    }
}
