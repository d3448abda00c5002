package org.semblance.platform.rest;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.RequestContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestIdFilterTest {
    private final FakeExchange exchange = new FakeExchange();
    private final AtomicReference<String> seen = new AtomicReference<>("");

    @Test
    void keeps_the_callers_id() throws Exception {
        exchange.requestHeaders.put("X-Request-Id", "order-17.4_b");

        filter();

        assertThat(seen).hasValue("order-17.4_b");
        assertThat(exchange.headers).containsEntry("X-Request-Id", "order-17.4_b");
    }

    @Test
    void makes_an_id_where_there_is_none() throws Exception {
        filter();

        assertThat(seen.get()).hasSize(36);
        assertThat(exchange.headers).containsEntry("X-Request-Id", seen.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "<script>", "ü", "%0a"})
    void replaces_an_id_that_could_harm_a_log(String id) throws Exception {
        exchange.requestHeaders.put("X-Request-Id", id);

        filter();

        assertThat(seen.get()).hasSize(36);
    }

    @Test
    void replaces_an_id_that_is_too_long() throws Exception {
        exchange.requestHeaders.put("X-Request-Id", "a".repeat(65));

        filter();

        assertThat(seen.get()).hasSize(36);
    }

    @Test
    void forgets_the_request_when_it_is_over_or_fails() throws Exception {
        filter();

        assertThat(RequestContext.requestId()).isNull();
        assertThatThrownBy(() -> new RequestIdFilter()
                        .doFilter(exchange.request(), exchange.response(), (request, response) -> {
                            throw new IllegalStateException();
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(RequestContext.requestId()).isNull();
    }

    private void filter() throws Exception {
        new RequestIdFilter().doFilter(exchange.request(), exchange.response(), (request, response) -> {
            seen.set(String.valueOf(RequestContext.requestId()));
            assertThat(RequestContext.clientAddress()).isEqualTo("192.0.2.7");
        });
    }
}
