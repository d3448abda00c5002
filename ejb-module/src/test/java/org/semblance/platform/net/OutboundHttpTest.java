package org.semblance.platform.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.platform.net.TestReceiver.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboundHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final HttpPost HELLO =
            new HttpPost(Map.of("X-Test", "yes"), "{\"hello\":\"wörld\"}".getBytes(StandardCharsets.UTF_8));

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        watch.shutdownNow();
    }

    @Test
    void sends_and_reads() throws IOException {
        try (var receiver = TestReceiver.http()) {
            receiver.answering(Reply.status(200).saying("Thanks").with("Retry-After", "7"));

            HttpAnswer answer = post(receiver.url() + "/a%20b?x=1&y=2", 100);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("Thanks");
            assertThat(answer.header("retry-after")).contains("7");
            var request = receiver.received().get(0);
            assertThat(request.path()).isEqualTo("/hook/a%20b?x=1&y=2");
            assertThat(request.body()).isEqualTo("{\"hello\":\"wörld\"}");
            assertThat(request.header("Host")).isEqualTo("127.0.0.1:" + receiver.port());
            assertThat(request.header("X-test")).isEqualTo("yes");
        }
    }

    @Test
    void speaks_tls_to_the_address_that_was_checked_under_the_name_that_was_given() throws Exception {
        var certificate = TestCertificate.of(directory, "dns:receiver.example");
        try (var receiver = TestReceiver.https(certificate.server())) {
            var http = http(certificate.client().getSocketFactory(), host -> loopback());

            HttpAnswer answer = http.post(url("https://receiver.example", receiver), HELLO, limits(10));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(receiver.received().get(0).header("Host")).isEqualTo("receiver.example:" + receiver.port());
        }
    }

    @Test
    void believes_no_certificate_for_another_name_and_none_of_a_stranger() throws Exception {
        var certificate = TestCertificate.of(directory, "dns:receiver.example");
        try (var receiver = TestReceiver.https(certificate.server())) {
            var believing = http(certificate.client().getSocketFactory(), host -> loopback());
            var usual = http((SSLSocketFactory) SSLSocketFactory.getDefault(), host -> loopback());

            assertThatThrownBy(() -> believing.post(url("https://other.example", receiver), HELLO, limits(10)))
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> usual.post(url("https://receiver.example", receiver), HELLO, limits(10)))
                    .isInstanceOf(SSLException.class);
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void looks_a_name_up_once_so_that_nobody_changes_its_answer_in_between() throws IOException {
        var lookups = new AtomicInteger();
        Resolver rebinding = host -> {
            boolean isFirst = lookups.getAndIncrement() == 0;
            return new InetAddress[] {InetAddress.getByName(isFirst ? "127.0.0.1" : "169.254.169.254")};
        };
        try (var receiver = TestReceiver.http()) {
            var settings = new OutboundSettings(Optional.of(List.of("127.0.0.0/8")), List.of(receiver.port()));
            var targets = new OutboundTargets(settings, rebinding);
            var http = new OutboundHttp(targets, (SSLSocketFactory) SSLSocketFactory.getDefault(), watch);
            var url = url("http://rebinding.example", receiver);

            assertThat(http.post(url, HELLO, limits(10)).status()).isEqualTo(204);
            assertThat(lookups).hasValue(1);

            assertThatThrownBy(() -> http.post(url, HELLO, limits(10))).isInstanceOf(AddressRefusedException.class);
            assertThat(lookups).hasValue(2);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void follows_no_redirect() throws IOException {
        try (var inside = TestReceiver.http();
                var receiver = TestReceiver.http()) {
            for (String place : List.of(inside.url(), "http://169.254.169.254/latest/meta-data/")) {
                receiver.answering(Reply.status(307).with("Location", place));

                HttpAnswer answer = post(receiver.url(), 100);

                assertThat(answer.isRedirection()).isTrue();
                assertThat(inside.received()).isEmpty();
            }
        }
    }

    @Test
    void waits_no_longer_than_granted_for_who_is_silent_and_for_who_drips() throws IOException {
        try (var silent = new RawReceiver(output -> Thread.sleep(10_000));
                var dripping = new RawReceiver(OutboundHttpTest::drip)) {
            for (var receiver : List.of(silent, dripping)) {
                long start = System.nanoTime();

                assertThatThrownBy(() -> post(receiver.url(), 100, SHORT)).isInstanceOf(SocketTimeoutException.class);

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.multipliedBy(10));
            }
        }
    }

    @Test
    void a_silent_partner_of_a_handshake_is_left_too() throws IOException {
        try (var silent = new RawReceiver(output -> Thread.sleep(10_000))) {
            var url = URI.create(silent.url().replace("http:", "https:"));
            var http = http((SSLSocketFactory) SSLSocketFactory.getDefault(), host -> loopback());

            assertThatThrownBy(() -> http.post(url, HELLO, limits(10, SHORT)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void reads_no_more_than_asked_of_an_endless_answer() throws IOException {
        try (var endless = new RawReceiver(output -> {
            output.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                output.write("endless ".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(post(endless.url(), 20).text()).isEqualTo("endless endless endl");
        }
    }

    @Test
    void refuses_endless_headers_and_other_protocols() throws IOException {
        try (var endless = new RawReceiver(output -> {
                    while (true) {
                        output.write("X".getBytes(StandardCharsets.US_ASCII));
                    }
                });
                var mail = new RawReceiver(
                        output -> output.write("220 mail ESMTP\r\n".getBytes(StandardCharsets.US_ASCII)));
                var gone = new RawReceiver(output -> {})) {
            for (var receiver : List.of(endless, mail, gone)) {
                assertThatThrownBy(() -> post(receiver.url(), 20)).isInstanceOf(ProtocolException.class);
            }
        }
    }

    @Test
    void reads_chunks_and_passes_over_interim_answers() throws IOException {
        String chunks = String.join(
                "\r\n",
                "HTTP/1.1 103 Early Hints",
                "Link: x",
                "",
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "",
                "3;x=y",
                "abc",
                "2",
                "de",
                "0",
                "",
                "");
        try (var receiver = new RawReceiver(output -> output.write(chunks.getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(post(receiver.url(), 100).text()).isEqualTo("abcde");
            assertThat(post(receiver.url(), 4).text()).isEqualTo("abcd");
        }
    }

    @Test
    void a_status_counts_though_the_body_never_ends() throws IOException {
        try (var receiver = new RawReceiver(output -> {
            output.write(
                    "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\nsome".getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(10_000);
        })) {
            HttpAnswer answer = post(receiver.url(), 100, SHORT);

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEqualTo("some");
        }
    }

    private static void drip(java.io.OutputStream output) throws IOException, InterruptedException {
        for (char letter : "HTTP/1.1 200 OK and then some more text that goes on".toCharArray()) {
            output.write(letter);
            Thread.sleep(100);
        }
    }

    private HttpAnswer post(String url, int maxBody) throws IOException {
        return post(url, maxBody, PATIENCE);
    }

    private HttpAnswer post(String url, int maxBody, Duration patience) throws IOException {
        var http = http((SSLSocketFactory) SSLSocketFactory.getDefault(), InetAddress::getAllByName);
        return http.post(URI.create(url), HELLO, limits(maxBody, patience));
    }

    private OutboundHttp http(SSLSocketFactory certificates, Resolver resolver) {
        return new OutboundHttp(
                new OutboundTargets(allowing("127.0.0.0/8", "*.example"), resolver), certificates, watch);
    }

    private static OutboundSettings allowing(String... entries) {
        return new OutboundSettings(Optional.of(List.of(entries)), List.of(80, 443, 8080));
    }

    private static OutboundHttp.Limits limits(int maxBody) {
        return limits(maxBody, PATIENCE);
    }

    private static OutboundHttp.Limits limits(int maxBody, Duration patience) {
        return new OutboundHttp.Limits(Duration.ofSeconds(2), patience, maxBody);
    }

    private static URI url(String host, TestReceiver receiver) {
        return URI.create(host + ":" + receiver.port() + "/hook");
    }

    private static InetAddress[] loopback() {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
}
