package org.semblance.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Problem;
import org.semblance.platform.SealBrokenException;
import org.semblance.platform.net.HttpAnswer;
import org.semblance.platform.net.HttpPost;
import org.semblance.platform.net.OutboundHttp;
import org.semblance.webhook.WebhookSecrets;
import org.semblance.webhook.WebhookSettings;

/** Signs a delivery, sends it once, and tells how that went. */
@ApplicationScoped
public class Sender {
    static final Duration CONNECT = Duration.ofSeconds(5);

    private static final int GONE = 410;
    private static final int EXCERPT = 1000;
    private static final int LONGEST_ERROR = 500;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final OutboundHttp http;
    private final WebhookSecrets secrets;
    private final WebhookSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Sender() {
        this(null, null, null, null);
    }

    @Inject
    public Sender(OutboundHttp http, WebhookSecrets secrets, WebhookSettings settings, Clock clock) {
        this.http = http;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    Outcome send(Lease lease) {
        long start = System.nanoTime();
        try {
            var limits = new OutboundHttp.Limits(CONNECT, settings.timeout(), EXCERPT);
            HttpAnswer answer = http.post(URI.create(lease.to().url()), post(lease), limits);
            return answered(answer, start);
        } catch (IOException e) {
            String kind = e.getClass().getSimpleName().replaceAll("(Exception)+$", "");
            return failed(kind + ": " + e.getMessage(), start);
        } catch (Problem | SealBrokenException | IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()), start);
        }
    }

    private HttpPost post(Lease lease) {
        WebhookEvent event = lease.event();
        String body = event.json();
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Semblance-Webhook/1",
                "Semblance-Event",
                event.type(),
                "Semblance-Event-Id",
                event.id().toString(),
                "Semblance-Delivery",
                Long.toString(lease.delivery()),
                "Semblance-Attempt",
                Integer.toString(lease.attempt()),
                Signature.HEADER,
                Signature.header(clock.instant(), body, secrets(lease.to())));
        return new HttpPost(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> secrets(Lease.To to) {
        List<String> inForce = new ArrayList<>();
        inForce.add(secrets.open(to.webhook(), to.secret()));
        byte[] old = to.oldSecret();
        if (old != null) {
            inForce.add(secrets.open(to.webhook(), old));
        }
        return inForce;
    }

    private Outcome answered(HttpAnswer answer, long start) {
        Optional<Duration> wish =
                answer.header("Retry-After").flatMap(value -> RetryAfter.read(value, clock.instant()));
        return new Outcome(
                millisSince(start), answer.status(), error(answer), excerpt(answer), answer.status() == GONE, wish);
    }

    private static @Nullable String error(HttpAnswer answer) {
        if (answer.isSuccess()) {
            return null;
        }
        return answer.isRedirection()
                ? "Redirects are not followed; give the webhook the address that it leads to"
                : "The receiver answered " + answer.status();
    }

    /** PostgreSQL takes no zero bytes, and people read no other control characters. */
    private static @Nullable String excerpt(HttpAnswer answer) {
        String text = answer.text().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
        return text.isEmpty() ? null : cut(text, EXCERPT);
    }

    private static Outcome failed(String error, long start) {
        return new Outcome(millisSince(start), null, cut(error, LONGEST_ERROR), null, false, Optional.empty());
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + '…';
    }

    private static int millisSince(long start) {
        return (int) ((System.nanoTime() - start) / NANOS_PER_MILLI);
    }
}
