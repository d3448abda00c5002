package org.semblance.transfer.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.platform.Problem;
import org.semblance.transfer.ArchiveRefusedException;
import org.semblance.transfer.TransferSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Archives as attackers and as careless people make them. */
class ZipSourceTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0, 0, 0, 0, 0, 0, 0};

    @TempDir
    Path root;

    @Test
    void lists_pictures_in_the_order_of_the_archive_and_goes_on_after_any() throws IOException {
        write("Ben/1.jpg", "Ann B/1.jpg", "Ann/9.jpg", "Ann/", "__MACOSX/Ann/._9.jpg", "Ann/.DS_Store", "Zoë/1.png");

        try (var source = open()) {
            var all = all(source, null);
            assertThat(all)
                    .extracting(PersonPicture::item)
                    .containsExactly("Ben/1.jpg", "Ann B/1.jpg", "Ann/9.jpg", "Zoë/1.png");
            assertThat(all(source, all.get(1).key())).isEqualTo(all.subList(2, 4));
            assertThat(source.count("Ann"::equals)).isEqualTo(1);
            assertThat(source.read(all.get(0)).bytes()).isEqualTo(JPEG);
            assertThat(Objects.requireNonNull(all.get(1).person()).externalId()).isEqualTo("Ann B");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../Ann/1.jpg,item-path-unsafe",
        "Ann/../../1.jpg,item-path-unsafe",
        "/Ann/1.jpg,item-path-unsafe",
        "C:/1.jpg,item-path-unsafe",
        "Ann\\1.jpg,item-path-unsafe",
        "Ann//1.jpg,item-path-unsafe",
        "./1.jpg,item-path-unsafe",
        "Ann/1.ZIP,item-nested-archive",
        "Ann/all.tar.gz,item-nested-archive",
        "loose.jpg,item-misplaced",
        "faces/Ann/1.jpg,item-misplaced"
    })
    void refuses_an_entry_by_its_name_and_takes_the_others(String name, String code) throws IOException {
        write(name, "Ben/1.jpg");

        try (var source = open()) {
            assertThat(all(source, null)).extracting(ZipSourceTest::code).containsExactly(code, "");
        }
    }

    @Test
    void refuses_an_entry_that_expands_too_much() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(root.resolve("a.zip")))) {
            zip.putNextEntry(new ZipEntry("Ann/bomb.jpg"));
            zip.write(new byte[5_000_000]);
            zip.closeEntry();
        }

        try (var source = open()) {
            assertThat(all(source, null)).extracting(ZipSourceTest::code).containsExactly("item-expands-too-much");
        }
    }

    @Test
    void counts_the_bytes_that_come_whatever_the_directory_says_of_them() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(root.resolve("a.zip")))) {
            zip.putNextEntry(new ZipEntry("Ann/liar.jpg"));
            zip.write(new byte[900_000]);
            zip.closeEntry();
        }
        byte[] bytes = Files.readAllBytes(root.resolve("a.zip"));
        int size = find(bytes, "PK\1\2") + 24;
        bytes[size] = 10;
        bytes[size + 1] = 0;
        bytes[size + 2] = 0;
        Files.write(root.resolve("a.zip"), bytes);

        try (var source = open()) {
            var liar = all(source, null).get(0);
            assertThatThrownBy(() -> source.read(liar)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void refuses_all_entries_of_one_name() throws IOException {
        write("Ann/1.jpg", "Ben/1.jpg", "Ann/2.jpg");
        replace("Ann/2.jpg", "Ann/1.jpg");

        try (var source = open()) {
            assertThat(all(source, null))
                    .extracting(ZipSourceTest::code)
                    .containsExactly("item-duplicate", "", "item-duplicate");
        }
    }

    @Test
    void refuses_a_picture_whose_bytes_are_damaged_and_takes_the_others() throws IOException {
        write("Ann/1.jpg", "Ben/1.jpg");
        byte[] bytes = Files.readAllBytes(root.resolve("a.zip"));
        int data = find(bytes, "Ann/1.jpg") + "Ann/1.jpg".length();
        bytes[data] = 7;
        Files.write(root.resolve("a.zip"), bytes);

        try (var source = open()) {
            var all = all(source, null);
            assertThatThrownBy(() -> source.read(all.get(0)))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("image-unreadable"));
            assertThat(source.read(all.get(1)).bytes()).isEqualTo(JPEG);
        }
    }

    @Test
    void refuses_an_encrypted_archive_as_a_whole() throws IOException {
        write("Ann/1.jpg");
        byte[] bytes = Files.readAllBytes(root.resolve("a.zip"));
        bytes[find(bytes, "PK\1\2") + 8] |= 1;
        Files.write(root.resolve("a.zip"), bytes);

        assertRefused(1000, 1_000_000);
    }

    @Test
    void refuses_what_is_no_archive_is_cut_short_or_is_too_large() throws IOException {
        write("Ann/1.jpg", "Ben/1.jpg");
        byte[] bytes = Files.readAllBytes(root.resolve("a.zip"));

        assertRefused(1, 1_000_000);
        assertRefused(1000, 20);
        Files.write(root.resolve("a.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(1000, 1_000_000);
        Files.writeString(root.resolve("a.zip"), "no archive");
        assertRefused(1000, 1_000_000);
    }

    /** Every entry of the directory leads to the same bytes. */
    @Test
    void refuses_entries_that_share_their_bytes() throws IOException {
        byte[] noise = new byte[2000];
        new java.util.Random(1).nextBytes(noise);
        try (var zip = new ZipOutputStream(Files.newOutputStream(root.resolve("a.zip")))) {
            zip.putNextEntry(new ZipEntry("Ann/1.jpg"));
            zip.write(noise);
            zip.closeEntry();
        }
        Files.write(root.resolve("a.zip"), withDirectoryTwice(Files.readAllBytes(root.resolve("a.zip"))));

        assertRefused(1000, 1_000_000);
    }

    private static byte[] withDirectoryTwice(byte[] bytes) throws IOException {
        int directory = find(bytes, "PK\1\2");
        int end = find(bytes, "PK\5\6");
        int length = end - directory;
        byte[] tail = java.util.Arrays.copyOfRange(bytes, end, bytes.length);
        tail[8] = 2;
        tail[10] = 2;
        tail[12] = (byte) (2 * length);
        tail[13] = (byte) ((2 * length) >> 8);
        var twice = new ByteArrayOutputStream();
        twice.write(bytes, 0, end);
        twice.write(bytes, directory, length);
        twice.write(tail);
        return twice.toByteArray();
    }

    private void assertRefused(long maxItems, long maxBytes) {
        var settings = new TransferSettings(root.toString(), maxItems, maxBytes, 1000, 1000);
        assertThatThrownBy(() -> ZipSource.open(root.resolve("a.zip"), settings))
                .isInstanceOf(ArchiveRefusedException.class);
    }

    private ZipSource open() {
        return ZipSource.open(
                root.resolve("a.zip"), new TransferSettings(root.toString(), 1000, 10_000_000, 100_000, 1000));
    }

    private static String code(PersonPicture picture) {
        Problem refusal = picture.refusal();
        return refusal == null ? "" : refusal.code();
    }

    private static List<PersonPicture> all(PictureSource source, @Nullable String after) {
        List<PersonPicture> all = new ArrayList<>();
        source.after(after, owner -> true).forEachRemaining(all::add);
        return all;
    }

    private void write(String... names) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(root.resolve("a.zip")))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : JPEG);
                zip.closeEntry();
            }
        }
    }

    /** In the directory and before the data. */
    private void replace(String name, String other) throws IOException {
        String bytes = Files.readString(root.resolve("a.zip"), StandardCharsets.ISO_8859_1);
        Files.writeString(root.resolve("a.zip"), bytes.replace(name, other), StandardCharsets.ISO_8859_1);
    }

    private static int find(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
