package org.semblance.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semblance.announcement.Catalogue;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements;
import org.semblance.gallery.GalleryStore;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.net.AddressRefusedException;
import org.semblance.platform.net.OutboundSettings;
import org.semblance.platform.net.OutboundTargets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookTermsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Test
    void knows_every_event_that_features_announce() {
        assertThat(terms(false).eventTypes())
                .extracting("name")
                .contains("person.merged")
                .isSorted();
        assertThatCode(() -> terms(false).checkEventTypes(List.of("person.merged", "gallery.deleted")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> terms(false).checkEventTypes(List.of("person.invented")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> terms(false).checkEventTypes(List.of("ping")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sends_without_tls_only_where_an_operator_allows_it() {
        assertThatThrownBy(() -> terms(false).checkUrl("http://receiver.example/"))
                .isInstanceOf(InvalidInputException.class);
        assertThatCode(() -> terms(true).checkUrl("http://receiver.example/")).doesNotThrowAnyException();
        assertThatCode(() -> terms(false).checkUrl("https://receiver.example/")).doesNotThrowAnyException();
    }

    @Test
    void a_receiver_may_be_set_up_later_but_not_inside() {
        assertThatCode(() -> terms(false).checkUrl("https://later.example/")).doesNotThrowAnyException();
        assertThatThrownBy(() -> terms(false).checkUrl("https://inside.example/"))
                .isInstanceOf(AddressRefusedException.class);
    }

    @Test
    void a_subscription_has_a_name_a_bounded_address_and_something_to_tell() {
        assertThatThrownBy(() -> webhook(" ", "https://a.example/", List.of("x"), List.of()))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> webhook("a", "https://" + "a".repeat(2000), List.of("x"), List.of()))
                .hasMessageContaining("url");
        assertThatThrownBy(() -> webhook("a", "https://a.example/", List.of(), List.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(webhook("a", "https://a.example/", List.of("b", "a", "b"), List.of())
                        .eventTypes())
                .containsExactly("a", "b");
    }

    @Test
    void the_start_fails_for_settings_out_of_bounds() {
        assertThatThrownBy(() -> new WebhookSettings(false, Duration.ZERO, 16))
                .hasMessageContaining("semblance.webhook.timeout");
        assertThatThrownBy(() -> new WebhookSettings(false, TIMEOUT, 0))
                .hasMessageContaining("semblance.webhook.concurrency");
    }

    private static NewWebhook webhook(String name, String url, List<String> types, List<String> galleries) {
        return new NewWebhook(name, url, types, galleries);
    }

    private static WebhookTerms terms(boolean allowsHttp) {
        var targets = new OutboundTargets(
                new OutboundSettings(Optional.empty(), List.of(80, 443)), WebhookTermsTest::resolve);
        return new WebhookTerms(
                new Catalogue(Stream.of(new GalleryAnnouncements())),
                new GalleryStore(new NoAudit(), announcement -> {}, Clock.systemUTC()),
                targets,
                new WebhookSettings(allowsHttp, TIMEOUT, 16));
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "receiver.example" -> new InetAddress[] {InetAddress.getByName("93.184.216.34")};
            case "inside.example" -> new InetAddress[] {InetAddress.getByName("10.0.0.1")};
            default -> throw new UnknownHostException(host);
        };
    }

    private static final class NoAudit implements AuditLog {
        @Override
        public void record(AuditEvent event) {}

        @Override
        public void record(Actor actor, AuditEvent event) {}
    }
}
