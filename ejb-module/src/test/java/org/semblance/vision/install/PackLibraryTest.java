package org.semblance.vision.install;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.pack.Checksum;
import org.semblance.vision.pack.InvalidPackException;
import org.semblance.vision.pack.ModelPack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackLibraryTest {
    private static final byte[] MODEL = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final Acceptance ANNA = new Acceptance("anna", false);
    private static final Acceptance ANNA_ACCEPTS = new Acceptance("anna", true);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path directory;

    private Path packs;
    private TestServer server;
    private PackLibrary library;
    private String complaint = "";

    @BeforeEach
    void open() throws Exception {
        packs = Files.createDirectory(directory.resolve("models"));
        server = TestServer.start();
        var downloader = new Downloader(server.client(), List.of("localhost"), 10_000);
        library = new PackLibrary(packs, downloader, 10_000, this::tryOut, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void tryOut(ModelPack pack) {
        if (!complaint.isEmpty()) {
            throw new InvalidPackException(complaint);
        }
    }

    @Test
    void installs_an_archive_whatever_else_is_in_it() {
        var archive = archive(Map.of(
                "small/pack.yaml", bytes(manifest()),
                "small/model.onnx", MODEL,
                "small/MODEL.md", bytes("About it"),
                "small/run-me.sh", bytes("rm -rf /"),
                "../../evil", bytes("evil")));

        library.install(archive, "upload", ANNA);

        assertThat(packs.resolve("small"))
                .isDirectoryContaining("glob:**/{pack.yaml,model.onnx,MODEL.md,installed.properties}");
        assertThat(packs.resolve("small/run-me.sh")).doesNotExist();
        assertThat(directory.resolve("evil")).doesNotExist();
        var installed = library.require("small");
        assertThat(installed.problem()).isNull();
        assertThat(installed.receipt()).isEqualTo(new Receipt("upload", "anna", NOW, null));
    }

    @Test
    void a_file_with_another_checksum_is_refused_and_nothing_stays() {
        var archive = archive(Map.of("pack.yaml", bytes(manifest()), "model.onnx", bytes("abd")));

        assertThatThrownBy(() -> library.install(archive, "upload", ANNA))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("model.onnx has the SHA-256");
        assertThat(library.list()).isEmpty();
        assertThat(packs).isDirectoryNotContaining("glob:**/.installing-*");
    }

    @Test
    void models_that_do_not_run_are_not_installed() {
        complaint = "The operator Custom is not supported";

        assertThatThrownBy(() -> library.install(sound(), "upload", ANNA)).hasMessage(complaint);
        assertThat(library.list()).isEmpty();
    }

    @Test
    void a_manifest_that_names_files_elsewhere_is_refused() {
        var archive = archive(Map.of(
                "pack.yaml",
                bytes(manifest().replace("file: model.onnx", "file: ../../model.onnx")),
                "model.onnx",
                MODEL));

        assertThatThrownBy(() -> library.install(archive, "upload", ANNA))
                .hasMessageContaining("is ../../model.onnx, but must be a file inside the pack");
    }

    @Test
    void an_archive_that_unpacks_to_more_than_allowed_is_refused() {
        var archive = archive(Map.of("pack.yaml", bytes(manifest()), "model.onnx", new byte[10_001]));

        assertThatThrownBy(() -> library.install(archive, "upload", ANNA))
                .hasMessageContaining("model.onnx is longer than 10000 bytes");
        assertThat(library.list()).isEmpty();
    }

    @Test
    void what_is_no_archive_is_refused_clearly() {
        assertThatThrownBy(() -> library.install(new ByteArrayInputStream(bytes("PK?")), "upload", ANNA))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("no complete ZIP archive");
        assertThatThrownBy(() -> library.install(archive(Map.of("model.onnx", MODEL)), "upload", ANNA))
                .hasMessageContaining("There is no pack.yaml in the archive");
    }

    @Test
    void a_pack_is_not_replaced_unasked() {
        library.install(sound(), "upload", ANNA);

        assertThatThrownBy(() -> library.install(sound(), "upload", ANNA)).isInstanceOf(PackInstalledException.class);
    }

    @Test
    void a_restricted_licence_must_be_accepted_and_it_is_known_by_whom() {
        String restricted = manifest() + "licence-restricted: true\nlicence-url: https://example.org/terms\n";

        assertThatThrownBy(() -> library.install(restrictedArchive(restricted), "upload", ANNA))
                .isInstanceOf(LicenceNotAcceptedException.class)
                .hasMessageContaining("Research only, https://example.org/terms");

        library.install(restrictedArchive(restricted), "upload", ANNA_ACCEPTS);
        assertThat(library.require("small").awaitsAcceptance()).isFalse();
        assertThat(library.require("small").receipt())
                .extracting(Receipt::licenceAcceptedBy)
                .isEqualTo("anna");
    }

    @Test
    void a_restricted_pack_that_was_copied_there_awaits_acceptance() throws IOException {
        Files.createDirectory(packs.resolve("small"));
        Files.write(packs.resolve("small/model.onnx"), MODEL);
        Files.writeString(packs.resolve("small/pack.yaml"), manifest() + "licence-restricted: true\n");

        assertThat(library.require("small").awaitsAcceptance()).isTrue();
        assertThatThrownBy(() -> library.requireUsable("small", ANNA)).isInstanceOf(LicenceNotAcceptedException.class);
        library.requireUsable("small", ANNA_ACCEPTS);
        assertThat(library.require("small").awaitsAcceptance()).isFalse();
    }

    @Test
    void fetches_what_the_catalogue_names_and_pins_what_nobody_knew() throws IOException {
        Files.createDirectory(packs.resolve("catalogue"));
        Files.writeString(packs.resolve("catalogue/small.yaml"), catalogueManifest());
        server.serve("/models.zip", archive(Map.of("inner/det.onnx", MODEL)).readAllBytes());

        library.install("small", ANNA, InstallListener.NOBODY);

        assertThat(library.verify("small").detector().file().sha256()).isEqualTo(Checksum.of(MODEL));
        assertThat(packs.resolve("small/pack.yaml")).content().doesNotContain("unknown", "downloads");
    }

    @Test
    void installs_from_the_address_of_a_manifest_or_of_an_archive() {
        server.serve("/models.zip", archive(Map.of("inner/det.onnx", MODEL)).readAllBytes());
        server.serve("/small.yaml", bytes(catalogueManifest()));
        server.serve("/small.zip", sound().readAllBytes());

        library.install(server.address("/small.yaml").toString(), ANNA, InstallListener.NOBODY);
        assertThat(library.verify("small").version()).isEqualTo("1.0");
        library.remove("small");
        library.install(server.address("/small.zip").toString(), ANNA, InstallListener.NOBODY);
        assertThat(library.verify("small").version()).isEqualTo("1.0");
    }

    @Test
    void what_is_no_address_is_refused_before_anything_is_fetched() {
        assertThatThrownBy(() -> library.check("https://a b/small.zip", ANNA))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is no address");
    }

    @Test
    void removes_a_pack_and_what_a_crash_left_half_done() throws IOException {
        Files.createDirectories(packs.resolve(".installing-123/small"));
        Files.write(packs.resolve(".installing-123/small/model.onnx"), MODEL);

        library.install(sound(), "upload", ANNA);
        assertThat(packs.resolve(".installing-123")).doesNotExist();

        library.remove("small");
        assertThat(library.list()).isEmpty();
        assertThat(packs.resolve("small")).doesNotExist();
    }

    @Test
    void only_one_at_a_time_changes_the_library() throws IOException {
        var lock = LibraryLock.take(packs);

        assertThatThrownBy(() -> library.install(sound(), "upload", ANNA)).isInstanceOf(LibraryBusyException.class);

        lock.close();
        library.install(sound(), "upload", ANNA);
        assertThat(library.list()).hasSize(1);
    }

    private ByteArrayInputStream restrictedArchive(String manifest) {
        return archive(Map.of(
                "pack.yaml",
                bytes(manifest.replace("licence: Apache-2.0", "licence: Research only")),
                "model.onnx",
                MODEL));
    }

    private static ByteArrayInputStream sound() {
        return archive(Map.of("pack.yaml", bytes(manifest()), "model.onnx", MODEL));
    }

    private static ByteArrayInputStream archive(Map<String, byte[]> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : new LinkedHashMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private String catalogueManifest() {
        return manifest().replace(Checksum.of(MODEL), "unknown") + """
                downloads:
                  - url: %s
                    sha256: unknown
                    bytes: 100
                    members:
                      model.onnx: det.onnx
                """.formatted(server.address("/models.zip"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String manifest() {
        return """
                name: small
                version: 1.0
                licence: Apache-2.0
                description: For tests.
                detector:
                  file: model.onnx
                  sha256: %1$s
                  decoder: yunet
                  input: {colours: bgr, mean: [0, 0, 0], deviation: [1, 1, 1]}
                  longest-side: 640
                  score-threshold: 0.5
                  overlap-threshold: 0.3
                embedder:
                  name: embedder-128
                  file: model.onnx
                  sha256: %1$s
                  input: {colours: rgb, mean: [0, 0, 0], deviation: [1, 1, 1]}
                  dimension: 128
                thresholds: {1e-2: 0.27, 1e-3: 0.35, 1e-4: 0.43}
                """.formatted(Checksum.of(MODEL));
    }
}
