package org.semblance.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;
import org.semblance.transfer.UploadFiles.UploadFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files that people send and fetch. */
class TransferFilesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path directory;

    private UploadFiles uploads;

    @BeforeEach
    void open() {
        uploads = new UploadFiles(new TransferSettings(directory.toString(), 10, 10, 10, 8));
    }

    @Test
    void a_file_arrives_in_pieces() throws IOException {
        uploads.append("a.zip", 0, bytes("abc"));
        UploadFile whole = uploads.append("a.zip", 3, bytes("def"));

        assertThat(whole).isEqualTo(new UploadFile("a.zip", "uploads/a.zip", 6));
        assertThat(directory.resolve("uploads/a.zip")).hasContent("abcdef");
        assertThat(uploads.list()).containsExactly(whole);
        uploads.delete("a.zip");
        assertThat(uploads.list()).isEmpty();
        assertThatThrownBy(() -> uploads.delete("a.zip")).isInstanceOf(TransferFileNotFoundException.class);
    }

    @Test
    void a_piece_that_belongs_elsewhere_is_too_large_or_breaks_off_changes_nothing() {
        uploads.append("a.zip", 0, bytes("abc"));

        assertThatThrownBy(() -> uploads.append("a.zip", 0, bytes("x"))).isInstanceOf(UploadConflictException.class);
        assertThatThrownBy(() -> uploads.append("a.zip", 9, bytes("x"))).isInstanceOf(UploadConflictException.class);
        assertThatThrownBy(() -> uploads.append("a.zip", 3, bytes("123456"))).isInstanceOf(FileTooLargeException.class);
        assertThatThrownBy(() -> uploads.append("a.zip", 3, breakingOff())).hasRootCauseMessage("gone");
        assertThat(directory.resolve("uploads/a.zip")).hasContent("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a.zip", "a/b.zip", ".a.zip", "a.exe", "a.zip\n", "a\u0000.zip", "/a.zip"})
    void refuses_names_that_lead_elsewhere(String name) {
        assertThatThrownBy(() -> uploads.append(name, 0, bytes("x"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> uploads.delete(name)).isInstanceOf(TransferFileNotFoundException.class);
    }

    @Test
    void an_export_is_gone_when_its_time_is_up() throws IOException {
        var exports = new ExportFiles(
                new ExportSettings(directory.toString(), Duration.ofHours(24)), Clock.fixed(NOON, ZoneOffset.UTC));
        export("old-1.zip", Duration.ofHours(25));
        export("new-2.zip", Duration.ofHours(23));
        export(".torn-3.zip.tmp", Duration.ofHours(25));

        assertThat(exports.list()).extracting(ExportFiles.ExportFile::name).containsExactly("new-2.zip");
        assertThat(exports.require("new-2.zip")).exists();
        assertThatThrownBy(() -> exports.require("old-1.zip")).isInstanceOf(TransferFileNotFoundException.class);
        assertThatThrownBy(() -> exports.require("../secret")).isInstanceOf(TransferFileNotFoundException.class);
        assertThat(exports.expire()).isEqualTo(2);
        assertThat(directory).isDirectoryContaining(path -> path.endsWith("new-2.zip"));
    }

    private void export(String name, Duration age) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "x");
        Files.setLastModifiedTime(file, FileTime.from(NOON.minus(age)));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static InputStream breakingOff() {
        return new InputStream() {
            private int left = 2;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("gone");
                }
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                bytes[from] = (byte) read();
                return 1;
            }
        };
    }
}
