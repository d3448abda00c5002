package org.semblance.platform.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.web.TrustedProxies.Headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(settings(List.of("10.0.0.0/8", "fd00::/8"), List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "198.51.100.9 | 203.0.113.5             | 198.51.100.9",
                "10.0.0.1     | -                       | 10.0.0.1",
                "10.0.0.1     | 203.0.113.5             | 203.0.113.5",
                "10.0.0.1     | 1.1.1.1, 203.0.113.5    | 203.0.113.5",
                "10.0.0.1     | 203.0.113.5, 10.9.9.9   | 203.0.113.5",
                "10.0.0.1     | 203.0.113.5:4711        | 203.0.113.5",
                "10.0.0.1     | [2001:db8::7]:4711      | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1     | evil.example.com        | 10.0.0.1",
                "10.0.0.1     | 1.1.1.1, unknown        | 10.0.0.1",
                "fd00:0:0:0:0:0:0:1 | 203.0.113.5       | 203.0.113.5"
            })
    void believes_only_proxies_that_are_named(String peer, String forwardedFor, String client) {
        assertThat(proxies.origin(peer, new Headers(forwardedFor, null, null)).address())
                .isEqualTo(client);
    }

    @Test
    void takes_scheme_and_host_from_a_proxy_and_from_nobody_else() {
        var headers = new Headers("203.0.113.5", "https", "faces.example.com");

        assertThat(proxies.origin("10.0.0.1", headers).scheme()).contains("https");
        assertThat(proxies.origin("10.0.0.1", headers).host()).contains("faces.example.com");
        assertThat(proxies.origin("198.51.100.9", headers).scheme()).isEmpty();
        assertThat(proxies.origin("198.51.100.9", headers).host()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "evil.com/path", "evil.com\r\nX: y", "<script>"})
    void takes_no_host_that_is_none(String host) {
        assertThat(proxies.origin("10.0.0.1", new Headers("203.0.113.5", "gopher", host)))
                .satisfies(origin -> assertThat(origin.host()).isEmpty())
                .satisfies(origin -> assertThat(origin.scheme()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/40", "10.0.0.0/x", ""})
    void a_proxy_is_named_by_its_address(String range) {
        assertThatThrownBy(() -> settings(List.of(range), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "https://*.example.com", "example.com", "https://example.com/", "ftp://example.com", "null"
            })
    void an_origin_is_exact(String origin) {
        assertThatThrownBy(() -> settings(List.of(), List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("semblance.web.cors-origins");
    }

    @Test
    void origins_are_compared_as_browsers_send_them() {
        var settings = settings(List.of(), List.of("https://App.example.com", "http://localhost:3000"));

        assertThat(settings.allowsOrigin("https://app.example.com")).isTrue();
        assertThat(settings.allowsOrigin("http://localhost:3000")).isTrue();
        assertThat(settings.allowsOrigin("https://app.example.com.evil.com")).isFalse();
        assertThat(settings.allowsOrigin("null")).isFalse();
    }

    private static WebSettings settings(List<String> proxies, List<String> origins) {
        return new WebSettings(Optional.of(proxies), Optional.of(origins), false, Duration.ofDays(365));
    }
}
