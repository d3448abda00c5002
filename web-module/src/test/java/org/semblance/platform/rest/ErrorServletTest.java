package org.semblance.platform.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorServletTest {
    private final FakeExchange exchange = new FakeExchange();

    @Test
    void is_not_there_for_callers() throws Exception {
        exchange.path = "/error";

        serve();

        assertThat(exchange.status).isEqualTo(404);
        assertThat(exchange.text()).contains("not-found", "\"instance\":\"/error\"");
    }

    @Test
    void names_the_address_that_was_asked_for() throws Exception {
        exchange.dispatcherType = DispatcherType.ERROR;
        exchange.attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 405);
        exchange.attributes.put(RequestDispatcher.ERROR_REQUEST_URI, "/files/x");

        serve();

        assertThat(exchange.status).isEqualTo(405);
        assertThat(exchange.headers).containsEntry("Content-Type", "application/problem+json");
        assertThat(exchange.text()).contains("method-not-allowed", "\"instance\":\"/files/x\"");
    }

    @Test
    void tells_nothing_of_an_exception() throws Exception {
        exchange.dispatcherType = DispatcherType.ERROR;
        exchange.attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 500);
        exchange.attributes.put(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret"));

        serve();

        assertThat(exchange.status).isEqualTo(500);
        assertThat(exchange.text()).contains("internal-error").doesNotContain("secret", "IllegalState");
    }

    private void serve() throws Exception {
        new ErrorServlet().service(exchange.request(), exchange.response());
    }
}
