package org.semblance.ear;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What is no picture, or one that would fill the memory, at every door through which pictures come in. */
@ArquillianTest
@RunAsClient
class HostileUploadsIT {
    /** Far more than noise, far less than any of the bombs would take. */
    private static final long MOST_GROWTH_MIB = 300;

    private ApiClient admin;
    private String gallery = "";
    private long person;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void a_gallery_with_somebody() {
        admin = ApiClient.administrator();
        gallery = "hostile-" + UUID.randomUUID();
        admin.post("/api/v1/galleries", "{\"name\": \"%s\"}".formatted(gallery));
        person = admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"Anna\"}".formatted(gallery))
                .json()
                .getJsonNumber("id")
                .longValue();
    }

    @Test
    void is_refused_clearly_at_every_door_and_leaves_nothing() throws Exception {
        byte[] good = Files.readAllBytes(DemoPeople.picture(DemoPeople.names().get(0), 1));
        long rows = rows();
        long memory = serverMemoryMib();
        Map<String, byte[]> pictures = hostile(good);

        pictures.forEach((name, picture) -> {
            refuses(name, admin.upload("/api/v1/detect", picture, Map.of()));
            refuses(name, admin.upload("/api/v1/search", picture, Map.of("gallery", gallery)));
            refuses(name, admin.upload("/api/v1/recognize", picture, Map.of("gallery", gallery)));
            refuses(name, admin.upload("/api/v1/persons/" + person + "/faces", picture, Map.of()));
            refuses(name, admin.uploadAll("/api/v1/verify", Map.of("image", picture, "other_image", good), Map.of()));
            refuses(name, admin.uploadAll("/api/v1/verify", Map.of("image", good, "other_image", picture), Map.of()));
        });

        assertThat(pictures).hasSizeGreaterThanOrEqualTo(20);
        assertThat(rows()).isEqualTo(rows);
        assertThat(serverMemoryMib() - memory).isLessThan(MOST_GROWTH_MIB);
    }

    private static void refuses(String name, Answer answer) {
        assertThat(answer.status()).as(name + ": " + answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(name).startsWith("application/problem+json");
        assertThat(answer.body()).as(name).doesNotContain("Exception").doesNotContain("org.semblance");
    }

    private static Map<String, byte[]> hostile(byte[] good) throws IOException {
        var pictures = new LinkedHashMap<String, byte[]>();
        pictures.put("empty", new byte[0]);
        pictures.put("one byte", new byte[] {1});
        pictures.put("zeros", new byte[4096]);
        pictures.put("random", random());
        pictures.put("text", text("no picture"));
        pictures.put("html", text("<html><script>alert(1)</script></html>"));
        pictures.put("svg", text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect/></svg>"));
        pictures.put("pdf", text("%PDF-1.7\n1 0 obj"));
        pictures.put("zip", text("PK\u0003\u0004somewhere"));
        pictures.put("java class", bytes(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61));
        pictures.put("java serialization", bytes(0xAC, 0xED, 0, 5, 's', 'r'));
        pictures.put("gif with a script", text("GIF89a/*" + "x".repeat(50) + "*/=1;alert(1)"));
        pictures.put("jpeg that only begins", bytes(0xFF, 0xD8, 0xFF, 0xE0));
        pictures.put("jpeg of markers", repeated(bytes(0xFF, 0xD8, 0xFF, 0xFE, 0, 2), 2000));
        pictures.put("jpeg cut in its header", Arrays.copyOf(good, 300));
        pictures.put("jpeg of 65,500 x 65,500", jpegHeader(65_500));
        pictures.put("png of 60,000 x 60,000", pngHeader(60_000));
        pictures.put("png of no size", pngHeader(0));
        pictures.put("png without data", pngHeader(100));
        pictures.put("bmp of 40,000 x 40,000", bmpHeader(40_000));
        pictures.put("gif screen of 65,535 x 65,535", bytes('G', 'I', 'F', '8', '9', 'a', 255, 255, 255, 255, 0, 0, 0));
        pictures.put("tiff of garbage", concat(bytes('I', 'I', 42, 0, 255, 255, 255, 127), random()));
        pictures.put("webp of garbage", concat(text("RIFF@\u0000\u0000\u0000WEBPVP8 "), random()));
        return pictures;
    }

    private static byte[] jpegHeader(int side) {
        return bytes(
                0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, side >> 8, side, side >> 8, side, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11,
                1, 0xFF, 0xDA);
    }

    private static byte[] pngHeader(int side) {
        var header = ByteBuffer.allocate(33);
        header.put(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10)).putInt(13).put(text("IHDR"));
        header.putInt(side).putInt(side).put(bytes(8, 2, 0, 0, 0));
        var crc = new CRC32();
        crc.update(header.array(), 12, 17);
        return header.putInt((int) crc.getValue()).array();
    }

    private static byte[] bmpHeader(int side) {
        var header = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
        header.put(text("BM"))
                .putInt(54)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(side)
                .putInt(side);
        return header.putShort((short) 1).putShort((short) 24).array();
    }

    private static byte[] random() {
        byte[] bytes = new byte[20_000];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private static byte[] repeated(byte[] bytes, int times) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(one);
        all.writeBytes(other);
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long rows() throws SQLException {
        try (var connection = TestServer.get().database().superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT (SELECT count(*) FROM semblance.image)"
                        + " + (SELECT count(*) FROM semblance.face) + (SELECT count(*) FROM semblance.embedding)")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What the server holds of the machine's memory, in MiB; no more than nothing where the system does not tell. */
    private static long serverMemoryMib() throws IOException {
        var server = ProcessHandle.allProcesses()
                .filter(process -> process.parent()
                        .map(ProcessHandle::pid)
                        .equals(Optional.of(ProcessHandle.current().pid())))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "status"))
                .filter(Files::isReadable)
                .toList();
        long most = 0;
        for (Path status : server) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    most = Math.max(most, Long.parseLong(line.replaceAll("\\D", "")) / 1024);
                }
            }
        }
        return most;
    }
}
