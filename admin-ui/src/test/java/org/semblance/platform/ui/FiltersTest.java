package org.semblance.platform.ui;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import com.vaadin.flow.server.ServiceException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.platform.RequestContext;
import org.semblance.platform.web.WebSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FiltersTest {
    private final FakeResponse response = new FakeResponse();
    private final List<@Nullable String> seen = new ArrayList<>();
    private String address = "/portal/galleries";
    private @Nullable ServletException behind;

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

    @Test
    void tells_the_container_of_a_departed_browser_what_it_knows_by_itself() {
        var departure = new ClosedChannelException();
        behind = new ServletException(new ServiceException(departure));

        assertThatThrownBy(() -> pass(new DepartureFilter())).isSameAs(departure);
    }

    @ParameterizedTest
    @MethodSource
    void leaves_an_accident_as_it_is(Exception accident) {
        var thrown = new ServletException(new ServiceException(accident));
        behind = thrown;

        assertThatThrownBy(() -> pass(new DepartureFilter())).isSameAs(thrown);
    }

    static Stream<Exception> leaves_an_accident_as_it_is() {
        return Stream.of(
                new IllegalStateException("the view fails"),
                new IOException("the picture's maker fails", new IllegalStateException()),
                new NoSuchFileException("export.zip"));
    }

    private static SecurityHeadersFilter headers() {
        return new SecurityHeadersFilter(new WebSettings(Optional.empty(), Optional.empty(), false, Duration.ZERO));
    }

    private void pass(HttpFilter filter) throws IOException, ServletException {
        FilterChain chain = (request, answer) -> {
            seen.add(RequestContext.requestId());
            if (behind != null) {
                throw behind;
            }
        };
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
