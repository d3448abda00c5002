package org.semblance.vision.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A web server on this machine that speaks https with a certificate of its own. */
final class TestServer implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static @Nullable SSLContext shared;

    private final HttpsServer server;
    private final SSLContext context;
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> redirects = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private int failures;

    private TestServer(HttpsServer server, SSLContext context) {
        this.server = server;
        this.context = context;
        server.createContext("/", this::answer);
        server.start();
    }

    static TestServer start() throws IOException, GeneralSecurityException, InterruptedException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        return new TestServer(server, context());
    }

    /** Made once: keytool takes a second. */
    private static synchronized SSLContext context()
            throws IOException, GeneralSecurityException, InterruptedException {
        if (shared == null) {
            shared = context(certificate(Files.createTempDirectory("certificate")));
        }
        return shared;
    }

    private static KeyStore certificate(Path directory)
            throws IOException, GeneralSecurityException, InterruptedException {
        var keys = directory.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                keys.toString());
        if (keytool.redirectErrorStream(true).start().waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(keys)) {
            store.load(stream, PASSWORD);
        }
        Files.delete(keys);
        Files.delete(directory);
        return store;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    TestServer serve(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    TestServer redirect(String path, String location) {
        redirects.put(path, location);
        return this;
    }

    /** Breaks off so many answers in the middle. */
    TestServer breakOff(int times) {
        failures = times;
        return this;
    }

    URI address(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    /** A client that trusts this server. */
    HttpClient client() {
        return HttpClient.newBuilder().sslContext(context).build();
    }

    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        if (redirects.containsKey(path)) {
            exchange.getResponseHeaders().set("Location", redirects.get(path));
            exchange.sendResponseHeaders(302, -1);
            return;
        }
        byte[] content = files.get(path);
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.sendResponseHeaders(200, content.length);
        boolean complete = failures-- <= 0;
        try (var body = exchange.getResponseBody()) {
            body.write(content, 0, complete ? content.length : content.length / 2);
            if (!complete) {
                exchange.close();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
