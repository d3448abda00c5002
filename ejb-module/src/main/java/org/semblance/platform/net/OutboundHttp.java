package org.semblance.platform.net;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends to addresses that people typed in. The connection goes to the address that was checked, certificates are checked
 * against the name, redirects are not followed, and neither a silent nor a chatty receiver costs more than was granted.
 */
@ApplicationScoped
public class OutboundHttp {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final OutboundTargets targets;
    private final SSLSocketFactory certificates;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    private ScheduledExecutorService watch;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected OutboundHttp() {
        this.targets = null;
        this.certificates = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // the executor is injected after construction
    public OutboundHttp(OutboundTargets targets) {
        this.targets = targets;
        this.certificates = (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Outside the container, or with certificates of one's own. */
    public OutboundHttp(OutboundTargets targets, SSLSocketFactory certificates, ScheduledExecutorService watch) {
        this.targets = targets;
        this.certificates = certificates;
        this.watch = watch;
    }

    /**
     * How much a receiver may take.
     *
     * @param connect until it has taken the call
     * @param exchange from then until it has answered
     * @param maxBody bytes of the answer that are read
     */
    public record Limits(Duration connect, Duration exchange, int maxBody) {}

    /** Sends once; refuses addresses that the server does not go to. */
    public HttpAnswer post(URI uri, HttpPost request, Limits limits) throws IOException {
        OutboundTarget target = targets.check(uri);
        try (Socket plain = connect(target, limits.connect())) {
            long deadline = System.nanoTime() + limits.exchange().toNanos();
            Future<?> end =
                    watch.schedule(() -> hangUp(plain), limits.exchange().toMillis(), TimeUnit.MILLISECONDS);
            try {
                Socket socket = target.isEncrypted() ? encrypt(plain, target, certificates) : plain;
                var output = socket.getOutputStream();
                output.write(request.head(target));
                output.write(request.body());
                output.flush();
                return new HttpAnswerReader(new BufferedInputStream(socket.getInputStream())).read(limits.maxBody());
            } catch (IOException e) {
                if (System.nanoTime() - deadline >= 0) {
                    throw late("No answer within " + limits.exchange().toMillis() + " ms", e);
                }
                throw e;
            } finally {
                end.cancel(false);
            }
        }
    }

    static Socket connect(OutboundTarget target, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        IOException last = new SocketTimeoutException("No connection within " + patience.toSeconds() + " s");
        for (InetAddress address : target.addresses()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, target.port()), (int) left);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    static Socket encrypt(Socket plain, OutboundTarget target, SSLSocketFactory certificates) throws IOException {
        var socket = (SSLSocket) certificates.createSocket(plain, target.host(), target.port(), false);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(PROTOCOLS);
        if (!HostName.isIpv4(target.host()) && !HostName.isIpv6(target.host())) {
            parameters.setServerNames(List.of(new SNIHostName(target.host())));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** The plain socket: closing an encrypted one waits for whoever writes. */
    static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static IOException late(String message, IOException cause) {
        var late = new SocketTimeoutException(message);
        late.initCause(cause);
        return late;
    }
}
