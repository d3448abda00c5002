package org.semblance.ear;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.semblance.database.MigratedDatabase;

/** Servers that share a database, an image store and an import folder; each may be killed. */
final class Nodes implements AutoCloseable {
    /** These start again and again, for which the second compiler never pays: two thirds of the time without it. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final int MARK = 16;
    private static final int SHADE = 40;

    private final Path directory = TestServer.target().resolve("nodes");
    private final MigratedDatabase database;
    private final List<Node> nodes = new ArrayList<>();

    Nodes() throws IOException, InterruptedException {
        this(MigratedDatabase.fresh(), List.of("one", "two"));
    }

    /** Two that also talk to each other. */
    static Nodes clustered() throws IOException, InterruptedException {
        return new Nodes(MigratedDatabase.fresh(), List.of("one", "two"), clusterSettings());
    }

    /** One after the other, for all want the machine when they start. */
    Nodes(MigratedDatabase database, List<String> names) throws IOException, InterruptedException {
        this(database, names, List.of());
    }

    private Nodes(MigratedDatabase database, List<String> names, List<String> more)
            throws IOException, InterruptedException {
        this.database = database;
        TestServer.deleteRecursively(directory);
        Path secrets = Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(secrets.resolve("first-password"), TestServer.FIRST_PASSWORD);
        for (String key : List.of("url-key", "sealing-key", "audit-key")) {
            Files.writeString(secrets.resolve(key), TestServer.randomKey());
        }
        Files.createDirectories(imports());
        TestServer.copy(TestServer.packs(), Files.createDirectories(directory).resolve("models"));
        try {
            for (String name : names) {
                var settings = Stream.concat(settings().stream(), more.stream()).toList();
                var node = new Node(name, directory, TestServer.provisioned(), settings);
                nodes.add(node);
                node.awaitReady();
            }
        } catch (IOException | InterruptedException | IllegalStateException e) {
            close();
            throw e;
        }
    }

    MigratedDatabase database() {
        return database;
    }

    Path imports() {
        return directory.resolve("import");
    }

    Path images() {
        return directory.resolve("images");
    }

    Path models() {
        return directory.resolve("models");
    }

    Node node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The one that is left when that one is dead. */
    Node otherThan(String name) {
        return nodes.stream()
                .filter(node -> !node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Node> all() {
        return List.copyOf(nodes);
    }

    /** A picture of the demo that no other picture is equal to: the same face, another corner. */
    static byte[] variant(Path picture, int number) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(SHADE * number % 256, SHADE, SHADE));
        graphics.fillRect(0, 0, MARK, MARK);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        database.close();
    }

    private static List<String> clusterSettings() throws IOException, InterruptedException {
        Path key = Files.createDirectories(TestServer.target()).resolve("cluster-key");
        Files.deleteIfExists(key);
        String password = TestServer.randomKey();
        var keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "cluster",
                "-keyalg",
                "EC",
                "-dname",
                "CN=semblance",
                "-storetype",
                "PKCS12",
                "-keystore",
                key.toString(),
                "-storepass:env",
                "KEY_PASSWORD");
        keytool.environment().put("KEY_PASSWORD", password);
        if (keytool.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool makes no key");
        }
        return List.of(
                "-Djboss.server.default.config=standalone-cluster.xml",
                "-Denv.SEMBLANCE_CLUSTER_KEY_FILE=" + key,
                "-Denv.SEMBLANCE_CLUSTER_KEY_PASSWORD=" + password);
    }

    private List<String> settings() {
        var role = MigratedDatabase.Role.APP;
        return List.of(
                "-Xmx700m",
                SHORT_LIVED,
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Dsemblance.log.text=true",
                "-Dsemblance.log.json=false",
                "-Denv.SEMBLANCE_DB_URL=" + database.url(),
                "-Denv.SEMBLANCE_DB_USER=" + role.user(),
                "-Denv.SEMBLANCE_DB_PASSWORD=" + database.password(role),
                "-Dsemblance.data.directory=" + directory,
                "-Dsemblance.models.directory=" + models(),
                "-Dsemblance.images.directory=" + images(),
                "-Dsemblance.import.directory=" + imports(),
                "-Dsemblance.export.directory=" + directory.resolve("exports"),
                "-Dsemblance.limits.units-per-minute=0",
                "-Dsemblance.jobs.at-once=1",
                "-Dsemblance.jobs.heartbeat=PT0.4S",
                "-Dsemblance.jobs.silence=PT2S",
                "-Dsemblance.audit.key-file=" + directory.resolve("secrets/audit-key"),
                "-Dsemblance.audit.anchor-file=" + directory.resolve("audit/anchors"),
                "-Dsemblance.security.url-key-file=" + directory.resolve("secrets/url-key"),
                "-Dsemblance.security.sealing-key-file=" + directory.resolve("secrets/sealing-key"),
                "-Dsemblance.security.first-password-file=" + directory.resolve("secrets/first-password"));
    }
}
