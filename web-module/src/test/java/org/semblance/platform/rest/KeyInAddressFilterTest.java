package org.semblance.platform.rest;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyInAddressFilterTest {
    private static final String KEY = "smb_Ab12Cd34_" + "x".repeat(49);

    private final FakeExchange exchange = new FakeExchange();
    private boolean passed;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key=anything",
                "limit=5&apikey=x",
                "x-api-key=x",
                "API-Key=x",
                "access_token=eyJ",
                "q=" + "smb_Ab12Cd34_xxxxxxxxxxxxxxxxxxxxxxxxx",
                "q=smb%5FAb12Cd34%5fxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void refuses_a_key_in_the_query(String query) throws IOException, ServletException {
        send("/api/v1/galleries", query);

        assertThat(passed).isFalse();
        assertThat(exchange.status).isEqualTo(400);
        assertThat(exchange.text()).contains("key-in-address").doesNotContain(query);
    }

    @Test
    void refuses_a_key_in_the_path() throws IOException, ServletException {
        send("/static/" + KEY + "/images/7", null);

        assertThat(passed).isFalse();
        assertThat(exchange.status).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "limit=5&after=7", "exp=1&sig=smb_short", "external_id=api_key"})
    void lets_everything_else_through(String query) throws IOException, ServletException {
        send("/api/v1/persons", query);

        assertThat(passed).isTrue();
    }

    private void send(String path, @Nullable String query) throws IOException, ServletException {
        exchange.path = path;
        exchange.query = query;
        new KeyInAddressFilter()
                .doFilter(exchange.request(), exchange.response(), (request, response) -> passed = true);
    }
}
