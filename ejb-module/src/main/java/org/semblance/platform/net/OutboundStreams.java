package org.semblance.platform.net;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * Reads from addresses that people typed in, under the rules of {@link OutboundHttp}: only where the server may go, at the
 * very address that was checked, under a certificate for the name, and without following redirects.
 */
@ApplicationScoped
public class OutboundStreams {
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    private final OutboundTargets targets;
    private final SSLSocketFactory certificates;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    private ScheduledExecutorService watch;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected OutboundStreams() {
        this.targets = null;
        this.certificates = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // the executor is injected after construction
    public OutboundStreams(OutboundTargets targets) {
        this.targets = targets;
        this.certificates = (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Outside the container. */
    public OutboundStreams(OutboundTargets targets, ScheduledExecutorService watch) {
        this.targets = targets;
        this.certificates = (SSLSocketFactory) SSLSocketFactory.getDefault();
        this.watch = watch;
    }

    /**
     * How long the other side may take.
     *
     * @param connect until it has taken the call
     * @param head from then until the head of its answer is there
     * @param silence between any two bytes after that
     */
    public record Limits(Duration connect, Duration head, Duration silence) {}

    /** Asks for something; refuses addresses that the server does not go to. */
    public OutboundStream get(URI uri, Map<String, String> headers, Limits limits) throws IOException {
        OutboundTarget target = targets.check(uri);
        byte[] request = request(target, headers);
        Socket plain = OutboundHttp.connect(target, limits.connect());
        Future<?> end =
                watch.schedule(() -> OutboundHttp.hangUp(plain), limits.head().toMillis(), TimeUnit.MILLISECONDS);
        try {
            plain.setSoTimeout((int) limits.silence().toMillis());
            Socket socket = target.isEncrypted() ? OutboundHttp.encrypt(plain, target, certificates) : plain;
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            // The plain socket: closing an encrypted one waits for whoever writes.
            return OutboundStream.of(plain, socket.getInputStream(), limits.head());
        } catch (IOException e) {
            boolean isLate = plain.isClosed();
            plain.close();
            throw isLate ? late(limits.head(), e) : e;
        } finally {
            end.cancel(false);
        }
    }

    private static byte[] request(OutboundTarget target, Map<String, String> headers) {
        URI uri = URI.create(target.uri().toASCIIString());
        var head = new StringBuilder("GET ").append(path(uri)).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(HttpPost.host(target)).append("\r\n");
        headers.forEach((name, value) -> {
            if (!PRINTABLE.matcher(name + value).matches()) {
                throw new IllegalArgumentException("The header " + name + " cannot be sent");
            }
            head.append(name).append(": ").append(value).append("\r\n");
        });
        return head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** What is asked for, as it stands in the request: the path and the query. */
    public static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static IOException late(Duration patience, IOException cause) {
        var late = new SocketTimeoutException("No answer within " + patience.toMillis() + " ms");
        late.initCause(cause);
        return late;
    }
}
