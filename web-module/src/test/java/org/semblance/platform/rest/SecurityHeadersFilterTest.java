package org.semblance.platform.rest;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.web.WebSettings;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersFilterTest {
    private final FakeExchange exchange = new FakeExchange();
    private final WebSettings settings =
            new WebSettings(Optional.empty(), Optional.empty(), false, Duration.ofDays(365));

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/galleries", "/files/a.png", "/docsx", "/error"})
    void answers_are_neither_kept_nor_run(String path) throws Exception {
        filter(path);

        assertThat(exchange.headers)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/", "/docs/problems/", "/webjars/swagger-ui/1/swagger-ui.css"})
    void pages_run_only_scripts_of_this_server(String path) throws Exception {
        filter(path);

        assertThat(exchange.headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
                .doesNotContain("http", "unsafe-eval");
    }

    @Test
    void browsers_that_came_over_tls_are_told_to_stay_there() throws Exception {
        filter("/");
        assertThat(exchange.headers).doesNotContainKey("Strict-Transport-Security");

        exchange.isSecure = true;
        filter("/");

        assertThat(exchange.headers).containsEntry("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void the_documentation_loads_nothing_from_elsewhere_and_has_no_inline_script() throws Exception {
        for (String page : new String[] {"index.html", "problems/index.html"}) {
            String html = java.nio.file.Files.readString(java.nio.file.Path.of("src/main/webapp/docs", page));

            assertThat(html).doesNotContainPattern("(src|href)=\"(https?:)?//");
            assertThat(html).doesNotContainPattern("<script(?![^>]*src=)").doesNotContainPattern("\\son[a-z]+=");
        }
    }

    private void filter(String path) throws Exception {
        exchange.path = path;
        new SecurityHeadersFilter(settings)
                .doFilter(exchange.request(), exchange.response(), (request, response) -> {});
    }
}
