package org.semblance.platform.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.semblance.platform.web.WebSettings;

import static org.assertj.core.api.Assertions.assertThat;

class CorsFilterTest {
    private static final String APP = "https://app.example.com";

    private final FakeExchange exchange = new FakeExchange();
    private final AtomicBoolean passed = new AtomicBoolean();

    @Test
    void a_site_that_nobody_named_gets_no_word() throws Exception {
        exchange.requestHeaders.put("Origin", "https://evil.example.com");

        filter(List.of(APP));

        assertThat(exchange.headers).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(passed).isTrue();
    }

    @Test
    void no_site_may_unless_one_is_named() throws Exception {
        exchange.requestHeaders.put("Origin", APP);

        filter(List.of());

        assertThat(exchange.headers).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void a_named_site_may_call_without_cookies() throws Exception {
        exchange.requestHeaders.put("Origin", APP);

        filter(List.of(APP));

        assertThat(exchange.headers)
                .containsEntry("Access-Control-Allow-Origin", APP)
                .containsEntry("Vary", "Origin")
                .doesNotContainKey("Access-Control-Allow-Credentials");
        assertThat(passed).isTrue();
    }

    @Test
    void a_preflight_is_answered_without_asking_who_it_is() throws Exception {
        exchange.method = "OPTIONS";
        exchange.requestHeaders.put("Origin", APP);
        exchange.requestHeaders.put("Access-Control-Request-Method", "DELETE");

        filter(List.of(APP));

        assertThat(exchange.status).isEqualTo(204);
        assertThat(exchange.headers.get("Access-Control-Allow-Methods")).contains("DELETE");
        assertThat(exchange.headers.get("Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(passed).isFalse();
    }

    private void filter(List<String> origins) throws Exception {
        var settings = new WebSettings(Optional.empty(), Optional.of(origins), false, Duration.ZERO);
        new CorsFilter(settings)
                .doFilter(exchange.request(), exchange.response(), (request, response) -> passed.set(true));
    }
}
