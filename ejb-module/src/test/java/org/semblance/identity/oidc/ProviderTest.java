package org.semblance.identity.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CompanyProvider company = new CompanyProvider();
    private final MovingClock clock = new MovingClock();
    private final Provider provider = new Provider(company.settings(), clock, PATIENCE);

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void asks_nothing_before_somebody_needs_it_and_then_once_an_hour() {
        assertThat(company.asked).hasValue(0);

        provider.metadata();
        provider.metadata();
        assertThat(company.asked).hasValue(1);
        clock.now = clock.now.plus(Duration.ofMinutes(61));
        provider.metadata();

        assertThat(company.asked).hasValue(2);
    }

    @Test
    void goes_by_its_last_word_while_it_does_not_answer_but_not_for_ever() {
        provider.key("first");
        company.close();

        clock.now = clock.now.plus(Duration.ofMinutes(30));
        assertThat(provider.key("first")).isPresent();
        clock.now = clock.now.plus(Duration.ofHours(7));

        assertThatThrownBy(() -> provider.key("first")).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void is_not_asked_in_vain_by_every_request() {
        company.metadata = exchange -> CompanyProvider.answer(exchange, 503, "");

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(provider::metadata).isInstanceOf(ProviderUnavailableException.class);
        }
        assertThat(company.asked).hasValue(1);
        company.metadata = exchange -> CompanyProvider.answer(exchange, 200, "{}");
        clock.now = clock.now.plusSeconds(6);

        assertThatThrownBy(provider::metadata).hasMessageContaining("calls itself");
        assertThat(company.asked).hasValue(2);
    }

    @Test
    void a_new_key_counts_at_once_and_an_old_one_no_more_after_ten_minutes() {
        assertThat(provider.key("second")).isEmpty();
        company.keys = List.of(CompanyProvider.key("second"));

        clock.now = clock.now.plusSeconds(6);
        assertThat(provider.key("second")).isPresent();
        clock.now = clock.now.plus(Duration.ofMinutes(11));

        assertThat(provider.key("first")).isEmpty();
    }

    @Test
    void refuses_one_that_is_somebody_else_or_leads_off_tls() {
        company.says.put("issuer", "https://elsewhere.example");
        assertThatThrownBy(provider::metadata).hasMessageContaining("https://elsewhere.example");

        company.says.put("issuer", company.issuer());
        company.says.put("token_endpoint", "http://elsewhere.example/token");
        clock.now = clock.now.plusSeconds(6);

        assertThatThrownBy(provider::metadata).hasMessageContaining("token_endpoint");
    }

    @Test
    void follows_it_nowhere() {
        company.metadata = exchange -> {
            exchange.getResponseHeaders().add("Location", company.issuer() + "/elsewhere");
            CompanyProvider.answer(exchange, 302, "");
        };

        assertThatThrownBy(provider::metadata).hasMessageContaining("answers 302");
    }

    @Test
    void does_not_read_what_never_ends() {
        company.metadata = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(block);
            }
            exchange.close();
        };

        assertThatThrownBy(provider::metadata)
                .isInstanceOf(ProviderUnavailableException.class)
                .hasStackTraceContaining("an answer of more than 524288 bytes");
    }

    @Test
    void does_not_wait_for_what_drips() {
        company.metadata = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 60; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                sleep();
            }
            exchange.close();
        };

        assertThatThrownBy(provider::metadata).hasMessageContaining("takes too long");
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = CompanyProvider.NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
