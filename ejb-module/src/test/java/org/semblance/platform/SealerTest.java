package org.semblance.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealerTest {
    private static final String PLACE = "webhook.secret/17";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void make_a_key() throws IOException {
        file = Files.writeString(directory.resolve("key"), key(1) + "\n");
    }

    @Test
    void opens_what_it_sealed() {
        var sealer = new Sealer(file);

        byte[] sealed = sealer.seal("päss", PLACE);

        assertThat(sealer.open(sealed, PLACE)).isEqualTo("päss");
    }

    @Test
    void seals_the_same_text_differently_each_time() {
        var sealer = new Sealer(file);

        assertThat(sealer.seal("same", PLACE)).isNotEqualTo(sealer.seal("same", PLACE));
    }

    @Test
    void opens_nothing_that_was_moved_to_another_place() {
        var sealer = new Sealer(file);
        byte[] sealed = sealer.seal("secret", PLACE);

        assertThatThrownBy(() -> sealer.open(sealed, "webhook.secret/18"))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("webhook.secret/18");
    }

    @Test
    void opens_nothing_that_was_changed_or_cut() {
        var sealer = new Sealer(file);
        byte[] sealed = sealer.seal("secret", PLACE);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> sealer.open(sealed, PLACE)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> sealer.open(new byte[5], PLACE)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void a_new_first_key_seals_and_the_old_one_still_opens() throws IOException {
        byte[] old = new Sealer(file).seal("old", PLACE);
        Files.writeString(file, key(2) + "\n" + key(1) + "\n");
        var both = new Sealer(file);
        byte[] young = both.seal("young", PLACE);
        Files.writeString(file, key(2) + "\n");
        var second = new Sealer(file);

        assertThat(both.open(old, PLACE)).isEqualTo("old");
        assertThat(second.open(young, PLACE)).isEqualTo("young");
        assertThatThrownBy(() -> second.open(old, PLACE)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void refuses_a_file_without_whole_keys() throws IOException {
        Files.writeString(file, "c2hvcnQ=\n");
        assertThatThrownBy(() -> new Sealer(file)).isInstanceOf(IllegalStateException.class);

        Files.writeString(file, "\n");
        assertThatThrownBy(() -> new Sealer(file)).isInstanceOf(IllegalStateException.class);
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
