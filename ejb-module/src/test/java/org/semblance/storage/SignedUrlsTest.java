package org.semblance.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignedUrlsTest {
    private static final ImageKey IMAGE = new ImageKey("persons/1/aligned/x.png");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path directory;

    private Path keyFile;

    @BeforeEach
    void write_a_key() throws IOException {
        keyFile = directory.resolve("url-key");
        Files.writeString(keyFile, Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    }

    @Test
    void opens_an_address_until_it_expires() {
        String address = urlsAt(NOW).sign(IMAGE);

        assertThat(verify(urlsAt(NOW.plus(Duration.ofMinutes(9))), address)).isEqualTo(IMAGE);
        assertThatThrownBy(() -> verify(urlsAt(NOW.plus(Duration.ofMinutes(10))), address))
                .isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void keeps_an_address_for_a_quarter_of_its_life() {
        String address = urlsAt(NOW).sign(IMAGE);

        assertThat(urlsAt(NOW.plusSeconds(149)).sign(IMAGE)).isEqualTo(address);
        assertThat(urlsAt(NOW.plusSeconds(150)).sign(IMAGE)).isNotEqualTo(address);
    }

    @Test
    void no_address_lives_longer_than_it_may_or_less_than_three_quarters_of_that() {
        Instant late = NOW.plusSeconds(149);
        String address = urlsAt(late).sign(IMAGE);

        assertThat(verify(urlsAt(late.plusSeconds(450)), address)).isEqualTo(IMAGE);
        assertThatThrownBy(() -> verify(urlsAt(late.plusSeconds(600)), address))
                .isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void refuses_an_address_of_which_anything_was_changed() {
        String address = urlsAt(NOW).sign(IMAGE);

        assertThatThrownBy(() -> verify(urlsAt(NOW), address.replace("persons/1", "persons/2")))
                .isInstanceOf(ImageNotFoundException.class);
        assertThatThrownBy(() -> verify(urlsAt(NOW), address.replace("exp=1", "exp=2")))
                .isInstanceOf(ImageNotFoundException.class);
        assertThatThrownBy(() -> verify(urlsAt(NOW), address + "x")).isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void refuses_an_address_signed_with_another_key() throws IOException {
        String address = urlsAt(NOW).sign(IMAGE);
        Files.writeString(
                keyFile,
                Base64.getEncoder()
                        .encodeToString(
                                "another key of 32 bytes, or more".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> verify(urlsAt(NOW), address)).isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void refuses_to_start_with_a_short_key() throws IOException {
        Files.writeString(keyFile, "c2hvcnQ=");

        assertThatThrownBy(() -> urlsAt(NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("32");
    }

    private SignedUrls urlsAt(Instant now) {
        var settings = new StorageSettings(directory.toString(), keyFile.toString(), Duration.ofMinutes(10), 0);
        return new SignedUrls(settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ImageKey verify(SignedUrls urls, String address) {
        String key = address.substring("/files/".length(), address.indexOf('?'));
        String expires = address.substring(address.indexOf("exp=") + 4, address.indexOf('&'));
        String signature = address.substring(address.indexOf("sig=") + 4);
        return urls.verify(key, Long.parseLong(expires), signature);
    }
}
