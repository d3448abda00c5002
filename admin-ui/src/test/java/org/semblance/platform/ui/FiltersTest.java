package org.semblance.platform.ui;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.platform.RequestContext;
import org.semblance.platform.web.WebSettings;

import static org.assertj.core.api.Assertions.assertThat;

class FiltersTest {
    private final FakeResponse response = new FakeResponse();
    private final List<@Nullable String> seen = new ArrayList<>();
    private String address = "/portal/galleries";

    @Test
    void gives_every_request_an_id_of_its_own() throws Exception {
        pass(new RequestIdFilter());
        pass(new RequestIdFilter());

        assertThat(seen).hasSize(2).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(response.getHeader("X-Request-Id")).isEqualTo(seen.get(1));
    }

    @Test
    void forgets_the_request_when_it_is_over() throws Exception {
        pass(new RequestIdFilter());

        assertThat(RequestContext.requestId()).isNull();
    }

    @Test
    void lets_the_browser_load_nothing_from_elsewhere() throws Exception {
        pass(headers());

        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "script-src 'self' 'unsafe-eval';")
                .doesNotContain("http");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void lets_the_browser_keep_what_is_the_same_for_everybody() throws Exception {
        address = "/portal/VAADIN/build/indexhtml.js";

        pass(headers());

        assertThat(response.getHeader("Cache-Control")).isNull();
    }

    @Test
    void keeps_photos_out_of_the_browsers_cache() throws Exception {
        address = "/portal/VAADIN/dynamic/resource/1/photo.jpg";

        pass(headers());

        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    private static SecurityHeadersFilter headers() {
        return new SecurityHeadersFilter(new WebSettings(Optional.empty(), Optional.empty(), false, Duration.ZERO));
    }

    private void pass(HttpFilter filter) throws IOException, ServletException {
        FilterChain chain = (request, answer) -> seen.add(RequestContext.requestId());
        var request = new FakeRequest(FakeHttpSession.Companion.create(new FakeContext())) {
            @Override
            public String getRequestURI() {
                return address;
            }

            @Override
            public String getContextPath() {
                return "/portal";
            }
        };
        filter.doFilter(request, response, chain);
    }
}
