package org.semblance.surveillance.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpoolTest {
    private static final long MEBIBYTE = 1024L * 1024;

    @TempDir
    Path directory;

    @Test
    void hands_out_in_the_order_in_which_it_was_given() {
        try (var spool = new Spool(directory, MEBIBYTE)) {
            List.of("one", "two", "three").forEach(text -> spool.append(bytes(text)));

            assertThat(drained(spool)).containsExactly("one", "two", "three");

            assertThat(drained(spool)).isEmpty();
            assertThat(spool.standing().records()).isZero();
        }
    }

    @Test
    void what_was_given_survives_the_server() {
        try (var spool = new Spool(directory, MEBIBYTE)) {
            spool.append(bytes("one"));
        }

        try (var after = new Spool(directory, MEBIBYTE)) {
            after.append(bytes("two"));

            assertThat(after.standing().records()).isEqualTo(2);
            assertThat(drained(after)).containsExactly("one", "two");
        }
    }

    @Test
    void what_was_refused_comes_first_the_next_time() {
        try (var spool = new Spool(directory, MEBIBYTE)) {
            List.of("one", "two", "three").forEach(text -> spool.append(bytes(text)));

            int taken = spool.drain(record -> !text(record).equals("two"));

            assertThat(taken).isOne();
            assertThat(drained(spool)).contains("two", "three");
        }
    }

    @Test
    void what_comes_while_it_is_read_is_not_lost() {
        try (var spool = new Spool(directory, MEBIBYTE)) {
            spool.append(bytes("one"));
            List<String> seen = new ArrayList<>();

            spool.drain(record -> {
                seen.add(text(record));
                if (seen.size() < 5) {
                    spool.append(bytes("more " + seen.size()));
                }
                return true;
            });

            assertThat(seen).containsExactly("one", "more 1", "more 2", "more 3", "more 4");
        }
    }

    @Test
    void keeps_what_it_has_when_it_is_full() {
        try (var spool = new Spool(directory, 1000)) {
            spool.append(new byte[900]);

            assertThatThrownBy(() -> spool.append(new byte[200])).isInstanceOf(SpoolFullException.class);

            spool.append(new byte[50]);
            assertThat(spool.standing().records()).isEqualTo(2);
        }
    }

    @Test
    void a_record_cut_short_by_a_crash_costs_none_before_it() throws IOException {
        try (var spool = new Spool(directory, MEBIBYTE)) {
            spool.append(bytes("one"));
            spool.append(bytes("two"));
        }
        Path file = onlySegment();
        long whole = Files.size(file);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole - 1);
        }

        try (var after = new Spool(directory, MEBIBYTE)) {
            after.append(bytes("three"));

            assertThat(drained(after)).containsExactly("one", "three");
        }
    }

    @Test
    void a_damaged_record_is_not_handed_out() throws IOException {
        try (var spool = new Spool(directory, MEBIBYTE)) {
            spool.append(bytes("one"));
            spool.append(bytes("two"));
        }
        Path file = onlySegment();
        byte[] content = Files.readAllBytes(file);
        content[content.length - 1] ^= 1;
        Files.write(file, content);

        try (var after = new Spool(directory, MEBIBYTE)) {
            assertThat(drained(after)).containsExactly("one");
            assertThat(directory.resolve(file.getFileName() + ".damaged")).hasBinaryContent(content);
        }
    }

    @Test
    void many_records_take_several_files_and_leave_none() throws IOException {
        try (var spool = new Spool(directory, 64 * MEBIBYTE)) {
            for (int i = 0; i < 20; i++) {
                spool.append(new byte[1024 * 1024]);
            }
            assertThat(segments()).hasSizeGreaterThan(3);

            assertThat(spool.drain(record -> true)).isEqualTo(20);

            assertThat(segments()).isEmpty();
        }
    }

    @Test
    void two_servers_never_use_one() {
        var spool = new Spool(directory, MEBIBYTE);

        assertThatThrownBy(() -> new Spool(directory, MEBIBYTE))
                .isInstanceOfAny(UncheckedIOException.class, java.nio.channels.OverlappingFileLockException.class);

        spool.close();
    }

    private List<String> drained(Spool spool) {
        List<String> records = new ArrayList<>();
        spool.drain(record -> records.add(text(record)));
        return records;
    }

    private Path onlySegment() throws IOException {
        return segments().get(0);
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] record) {
        return new String(record, StandardCharsets.UTF_8);
    }
}
