package org.semblance.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {
    private static final Instant TIME = Instant.ofEpochSecond(1_795_255_200);

    /** The value was computed by Python: hmac.new(secret, b"1795255200." + body, "sha256").hexdigest(). */
    @Test
    void signs_time_and_body() {
        assertThat(Signature.header(TIME, "{\"a\":1}", List.of("whsec_one")))
                .isEqualTo("t=1795255200,v1=8552d00139cde7811ff1264e443a55bb411ebd4311f8dc5a1787959342c792f3");
    }

    @Test
    void signs_with_each_secret_in_force() {
        String one = Signature.header(TIME, "{}", List.of("whsec_one"));
        String two = Signature.header(TIME, "{}", List.of("whsec_two"));

        assertThat(Signature.header(TIME, "{}", List.of("whsec_one", "whsec_two")))
                .isEqualTo(one + "," + two.substring(two.indexOf("v1=")));
    }

    @Test
    void an_event_is_told_in_json() {
        var id = UUID.fromString("0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10");
        var time = Instant.parse("2026-11-21T10:00:00Z");

        assertThat(new WebhookEvent(id, "person.purged", 42, time, "staff", "{\"person\":4711}").json())
                .isEqualTo(
                        "{\"id\":\"0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10\",\"type\":\"person.purged\",\"sequence\":42,"
                                + "\"occurred_at\":\"2026-11-21T10:00:00Z\",\"gallery\":\"staff\",\"data\":{\"person\":4711}}");
        assertThat(new WebhookEvent(id, "ping", 1, time, null, "{}").json()).doesNotContain("gallery");
    }
}
