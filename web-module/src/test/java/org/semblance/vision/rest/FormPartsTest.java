package org.semblance.vision.rest;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormPartsTest {
    private final FormBody form = new FormBody();

    @Test
    void gives_the_parts_in_their_order() throws Exception {
        form.with("gallery", "staff").with("image", "picture").with("empty", "");

        assertThat(read(form.bytes())).containsExactly("gallery=staff", "image=picture", "empty=");
    }

    @Test
    void skips_what_nobody_reads() throws Exception {
        var parts =
                parts(form.with("long", "x".repeat(50_000)).with("next", "here").bytes());

        assertThat(parts.next()).isTrue();
        assertThat(parts.content().readNBytes(10)).hasSize(10);
        assertThat(parts.next()).isTrue();
        assertThat(parts.name()).isEqualTo("next");
        assertThat(parts.content()).hasContent("here");
        assertThat(parts.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 16_000, 16_284, 16_350, 16_368, 16_384, 16_385, 32_768, 100_000})
    void keeps_bytes_that_look_like_the_beginning_of_a_boundary(int size) throws Exception {
        byte[] content = new byte[size];
        byte[] likely = "\r\n----boundary\r\r\n-".getBytes(UTF_8);
        var random = new Random(size);
        for (int i = 0; i < size; i++) {
            content[i] = likely[(i + random.nextInt(2)) % likely.length];
        }

        var parts = parts(form.with("image", content).bytes());

        assertThat(parts.next()).isTrue();
        assertThat(parts.content().readAllBytes()).isEqualTo(content);
        assertThat(parts.next()).isFalse();
    }

    @Test
    void reads_a_stream_that_comes_in_drops() throws Exception {
        byte[] bytes = form.with("gallery", "staff").with("image", "a\r\n--b").bytes();
        var drops = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };

        assertThat(read(drops)).containsExactly("gallery=staff", "image=a\r\n--b");
    }

    @Test
    void passes_over_a_preamble_and_an_epilogue() throws Exception {
        byte[] bytes = new FormBody()
                .raw("This is a form.\r\n")
                .raw(form.with("a", "1").bytes())
                .raw("\r\nThat was a form.")
                .unfinished();

        assertThat(read(bytes)).containsExactly("a=1");
    }

    @Test
    void takes_a_name_without_quotes_and_headers_in_any_case() throws Exception {
        form.raw("--" + FormBody.BOUNDARY
                + "\r\ncontent-type: text/plain\r\nCONTENT-DISPOSITION:form-data;name=a\r\n\r\n1\r\n");

        assertThat(read(form.bytes())).containsExactly("a=1");
    }

    @Test
    void a_form_may_have_no_parts() throws Exception {
        assertThat(read(form.bytes())).isEmpty();
    }

    @Test
    void a_form_that_breaks_off_is_refused() {
        byte[] unfinished = form.with("image", "picture").unfinished();

        assertThatThrownBy(() -> read(unfinished)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--" + FormBody.BOUNDARY + "\r\n\r\nno name\r\n",
                "--" + FormBody.BOUNDARY + "\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n",
                "--" + FormBody.BOUNDARY + "more\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n"
            })
    void a_part_that_is_no_field_of_a_form_is_refused(String part) {
        assertThatThrownBy(() -> read(form.raw(part).bytes())).isInstanceOf(IOException.class);
    }

    @Test
    void endless_headers_are_refused() {
        String line = "X-Header: " + "x".repeat(100) + "\r\n";
        byte[] manyLines = new FormBody()
                .raw("--" + FormBody.BOUNDARY + "\r\n" + line.repeat(200))
                .unfinished();
        byte[] longLine = new FormBody()
                .raw("--" + FormBody.BOUNDARY + "\r\nX: " + "x".repeat(20_000))
                .unfinished();

        assertThatThrownBy(() -> read(manyLines)).hasMessageContaining("too long");
        assertThatThrownBy(() -> read(longLine)).hasMessageContaining("too long");
    }

    @Test
    void a_boundary_is_neither_missing_nor_endless() {
        assertThatThrownBy(() -> new FormParts(InputStream.nullInputStream(), ""))
                .hasMessageContaining("boundary");
        assertThatThrownBy(() -> new FormParts(InputStream.nullInputStream(), "b".repeat(71)))
                .hasMessageContaining("boundary");
    }

    private static FormParts parts(byte[] body) throws IOException {
        return new FormParts(new ByteArrayInputStream(body), FormBody.BOUNDARY);
    }

    private static List<String> read(byte[] body) throws IOException {
        return read(new ByteArrayInputStream(body));
    }

    private static List<String> read(InputStream body) throws IOException {
        var parts = new FormParts(body, FormBody.BOUNDARY);
        var found = new ArrayList<String>();
        while (parts.next()) {
            found.add(parts.name() + "=" + new String(parts.content().readAllBytes(), UTF_8));
        }
        return found;
    }
}
