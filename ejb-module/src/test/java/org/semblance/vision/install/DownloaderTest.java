package org.semblance.vision.install;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.vision.pack.Download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DownloaderTest {
    private static final byte[] CONTENT = "weights, thousands of them".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA_256 = "7e0ba1bfe1ce0c6f1c27ea6bd14ffbbae2bd1c8f8ac3ed2a8c9d5c39d5b1d3bb";

    @TempDir
    Path directory;

    private TestServer server;
    private Downloader downloader;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start().serve("/model.onnx", CONTENT);
        downloader = new Downloader(server.client(), List.of("localhost"), 1000);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void follows_a_redirect_to_an_allowed_host() {
        server.redirect("/latest", "/model.onnx");

        downloader.fetch(server.address("/latest"), target(), bytes -> {});

        assertThat(target()).hasBinaryContent(CONTENT);
    }

    @Test
    void goes_nowhere_but_to_allowed_hosts() {
        server.redirect("/inside", "https://127.0.0.1:1/metadata");
        server.redirect("/plain", "http://localhost:1/model.onnx");

        assertThatThrownBy(() -> downloader.fetch(server.address("/inside"), target(), bytes -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessageContaining("leads to https://127.0.0.1, from where nothing is fetched")
                .hasMessageContaining("semblance.models.download-hosts");
        assertThatThrownBy(() -> downloader.fetch(server.address("/plain"), target(), bytes -> {}))
                .hasMessageContaining("leads to http://localhost");
    }

    @Test
    void a_star_stands_for_the_hosts_below_a_name() {
        assertThat(Downloader.matches("*.hf.co", "cdn.hf.co")).isTrue();
        assertThat(Downloader.matches("*.hf.co", "hf.co")).isFalse();
        assertThat(Downloader.matches("*.hf.co", "evilhf.co")).isFalse();
        assertThat(Downloader.matches("github.com", "github.com.evil.org")).isFalse();
    }

    @Test
    void tries_again_when_the_line_breaks() {
        server.breakOff(2);

        downloader.fetch(server.address("/model.onnx"), target(), bytes -> {});

        assertThat(target()).hasBinaryContent(CONTENT);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void gives_up_after_three_broken_lines() {
        server.breakOff(3);

        assertThatThrownBy(() -> downloader.fetch(server.address("/model.onnx"), target(), bytes -> {}))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessageContaining("cannot be fetched");
    }

    @Test
    void refuses_what_is_too_long_before_it_is_here() {
        server.serve("/huge.onnx", new byte[1001]);

        assertThatThrownBy(() -> downloader.fetch(server.address("/huge.onnx"), target(), bytes -> {}))
                .hasMessageContaining("longer than 1000 bytes")
                .hasMessageContaining("semblance.models.max-bytes");
        assertThat(target()).doesNotExist();
    }

    @Test
    void says_what_the_server_answered() {
        assertThatThrownBy(() -> downloader.fetch(server.address("/absent"), target(), bytes -> {}))
                .hasMessageEndingWith("answers 404");
    }

    @Test
    void refuses_another_content_than_is_known() {
        var download = new Download(server.address("/model.onnx"), SHA_256, CONTENT.length, "model.onnx", Map.of());

        assertThatThrownBy(() -> downloader.fetch(download, target(), InstallListener.NOBODY))
                .isInstanceOf(DownloadFailedException.class)
                .hasMessageContaining("but " + SHA_256 + " is known of it");
    }

    private Path target() {
        return directory.resolve("fetched");
    }
}
