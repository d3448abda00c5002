package org.semblance.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.semblance.database.MigratedDatabase;

/** One server for all tests of this module: its database, its data directory, its ports. */
final class TestServer {
    /** What {@code ./semblance up} would have generated; the tests change it as an administrator would. */
    static final String FIRST_PASSWORD = "first-secret-of-the-tests";

    /** An address of this machine that the server believes to be a proxy. */
    static final String PROXY = "127.0.0.2";

    /** A site whose scripts may call the API. */
    static final String OTHER_SITE = "https://app.example.com";

    /** How large a file for jobs may be. */
    static final int MAX_UPLOAD = 8 << 20;

    private static final TestServer SERVER = new TestServer();

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final Path data = path("semblance.target").resolve("it-data");
    private final int httpPort = freePort();
    private final int managementPort = freePort();
    private final int keycloakPort = freePort();

    private TestServer() {
        try {
            Path secrets = Files.createDirectories(data.resolve("secrets"));
            Files.writeString(secrets.resolve("first-password"), FIRST_PASSWORD);
            Files.writeString(secrets.resolve("url-key"), randomKey());
            Files.writeString(secrets.resolve("oidc-client"), KeycloakServer.CLIENT_SECRET);
            Files.writeString(secrets.resolve("sealing-key"), randomKey());
            Files.writeString(secrets.resolve("audit-key"), randomKey());
            Answered.begin();
            deleteRecursively(data.resolve("audit"));
            deleteRecursively(data.resolve("images"));
            deleteRecursively(data.resolve("import"));
            deleteRecursively(models());
            copy(path("semblance.models").resolve("packs"), models());
            copy(path("semblance.models").resolve("catalogue"), models().resolve("catalogue"));
            deleteRecursively(home());
            copy(path("semblance.server"), home());
            deleteRecursively(home().resolve("standalone/log"));
            Files.createDirectories(data.resolve("import"));
            openToArquillian(home().resolve("standalone/configuration/standalone.xml"));
        } catch (IOException e) {
            throw new IllegalStateException("The test server's data directory could not be made", e);
        }
    }

    static TestServer get() {
        return SERVER;
    }

    /** The EAR as it is shipped. */
    static EnterpriseArchive ear() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, earFile().toFile());
    }

    static Path earFile() {
        return path("semblance.ear");
    }

    /** The provisioned server, which nobody changes. */
    static Path provisioned() {
        return path("semblance.server");
    }

    static Path packs() {
        return path("semblance.models").resolve("packs");
    }

    MigratedDatabase database() {
        return database;
    }

    /** A copy of the provisioned server, for the tests' own use. */
    Path home() {
        return path("semblance.target").resolve("it-server");
    }

    Path data() {
        return data;
    }

    Path log() {
        return home().resolve("standalone/log/server.log");
    }

    /** What its log holds that nobody would want to find there. */
    List<String> troubles() {
        try (Stream<String> lines = Files.lines(log())) {
            return lines.filter(line -> line.matches("\\d{4}-.*? (WARN|ERROR|FATAL) .*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int managementPort() {
        return managementPort;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    URI managementUrl() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Starts the identity provider that the server knows of; only the tests of single sign-on need it. */
    KeycloakServer startKeycloak() {
        return KeycloakServer.start(path("semblance.keycloak"), keycloakPort, url());
    }

    String javaArguments() {
        var role = MigratedDatabase.Role.APP;
        return String.join(
                " ",
                List.of(
                        "-Xmx1g",
                        "-Djava.awt.headless=true",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Dsemblance.log.text=true",
                        "-Dsemblance.log.json=false",
                        "-Djboss.node.name=test",
                        "-Djboss.http.port=" + httpPort,
                        "-Djboss.management.http.port=" + managementPort,
                        "-Denv.SEMBLANCE_DB_URL=" + database.url(),
                        "-Denv.SEMBLANCE_DB_USER=" + role.user(),
                        "-Denv.SEMBLANCE_DB_PASSWORD=" + database.password(role),
                        "-Dsemblance.data.directory=" + data,
                        "-Dsemblance.models.directory=" + models(),
                        "-Dsemblance.images.directory=" + data.resolve("images"),
                        "-Dsemblance.import.directory=" + data.resolve("import"),
                        "-Dsemblance.export.directory=" + data.resolve("exports"),
                        "-Dsemblance.cluster.max-synchronous-faces=3 -Dsemblance.import.max-upload-bytes=" + MAX_UPLOAD,
                        "-Dsemblance.outbound.allow=127.0.0.1",
                        "-Dsemblance.webhook.http=true -Dsemblance.surveillance.silence=PT5S",
                        "-Dsemblance.webhook.first-retry=PT0.5S -Dsemblance.events.stream-lifetime=PT2S",
                        "-Dsemblance.web.trusted-proxies=" + PROXY,
                        "-Dsemblance.web.cors-origins=" + OTHER_SITE,
                        "-Dsemblance.audit.key-file=" + data.resolve("secrets/audit-key"),
                        "-Dsemblance.audit.anchor-file=" + data.resolve("audit/anchors"),
                        "-Dsemblance.external-address=" + url(),
                        "-Dsemblance.oidc.issuer=" + KeycloakServer.issuer(keycloakPort),
                        "-Dsemblance.oidc.client-id=semblance",
                        "-Dsemblance.oidc.client-secret-file=" + data.resolve("secrets/oidc-client"),
                        "-Dsemblance.oidc.api-audience=semblance-api",
                        "-Dsemblance.oidc.roles=face-admins=administrator,face-watchers=security-operator",
                        "-Dsemblance.oidc.create-api-users=true",
                        "-Dsemblance.security.url-key-file=" + data.resolve("secrets/url-key"),
                        "-Dsemblance.security.sealing-key-file=" + data.resolve("secrets/sealing-key"),
                        "-Dsemblance.security.first-password-file=" + data.resolve("secrets/first-password")));
    }

    /** A copy of the model packs, which tests may change. */
    static Path models() {
        return path("semblance.target").resolve("it-data/models");
    }

    static Path demo() {
        return path("semblance.models").resolve("demo");
    }

    static Path target() {
        return path("semblance.target");
    }

    private static Path path(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), property));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Arquillian speaks JMX to the server, which ours does not offer to anybody. */
    private static void openToArquillian(Path configuration) throws IOException {
        String closed = Files.readString(configuration);
        String open = closed.replaceFirst(
                "(<subsystem xmlns=\"urn:jboss:domain:jmx:[0-9.]+\">[\\s\\S]*?)(</subsystem>)",
                "$1<remoting-connector/>$2");
        if (open.equals(closed)) {
            throw new IllegalStateException("There is no JMX subsystem to open in " + configuration);
        }
        Files.writeString(configuration, open);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void deleteRecursively(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
