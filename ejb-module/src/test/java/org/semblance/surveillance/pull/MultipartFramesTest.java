package org.semblance.surveillance.pull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Streams as cameras send them. */
class MultipartFramesTest {
    private static final int MOST = 100_000;
    private static final byte[] ONE = picture(1);
    private static final byte[] TWO = picture(2);

    @ParameterizedTest
    @CsvSource({
        "boundary=frame,       --frame,   true,  crlf",
        "boundary=frame,       --frame,   false, crlf",
        "boundary=--frame,     --frame,   true,  crlf",
        "boundary=--frame,     --frame,   false, lf",
        "boundary=--frame,     ----frame, false, crlf",
        "boundary=frame,       frame,     false, crlf",
        "boundary=\"frame\",   --frame,   true,  lf",
        "BOUNDARY = \"--frame\"; x=y, --frame, false, lf",
        "boundary=frame;x=y,   --frame,   true,  lf",
    })
    void reads_the_pictures_however_the_camera_writes_them(
            String type, String delimiter, boolean hasLength, String ending) throws IOException {
        String end = ending.equals("lf") ? "\n" : "\r\n";
        var stream = new ByteArrayOutputStream();
        for (byte[] picture : new byte[][] {ONE, TWO, ONE}) {
            stream.writeBytes(text(delimiter + end + "Content-Type: image/jpeg" + end
                    + (hasLength ? "content-length:  " + picture.length + end : "") + "X-Other: 1" + end + end));
            stream.writeBytes(picture);
            stream.writeBytes(text(end));
        }
        stream.writeBytes(text(delimiter + end));

        var frames = frames(stream.toByteArray(), "multipart/x-mixed-replace; " + type);

        assertThat(frames.next(() -> true)).hasValue(ONE);
        assertThat(frames.next(() -> true)).hasValue(TWO);
        assertThat(frames.next(() -> true)).hasValue(ONE);
    }

    @Test
    void passes_over_what_is_not_wanted() throws IOException {
        var frames = frames(bytes(part(ONE, true), part(TWO, true), part(ONE, false), part(TWO, false), "--b\r\n"));

        assertThat(frames.next(() -> false)).isEmpty();
        assertThat(frames.next(() -> true)).hasValue(TWO);
        assertThat(frames.next(() -> false)).isEmpty();
        assertThat(frames.next(() -> true)).hasValue(TWO);
    }

    @Test
    void finds_the_next_picture_after_a_length_that_is_wrong() throws IOException {
        String lying = "--b\r\nContent-Length: 5\r\n\r\n";

        var frames = frames(bytes(lying, ONE, "\r\n", part(TWO, true), "--b\r\n"));

        assertThat(frames.next(() -> true).orElseThrow()).hasSize(5);
        assertThat(frames.next(() -> true)).hasValue(TWO);
    }

    @Test
    void passes_over_what_stands_before_the_first_boundary() throws IOException {
        var frames = frames(bytes("This is a stream.\r\n\r\n", part(ONE, true)));

        assertThat(frames.next(() -> true)).hasValue(ONE);
    }

    @Test
    void tells_an_end_from_a_break() throws IOException {
        var ended = frames(bytes(part(ONE, true), "--b--\r\n"));
        var endedWithoutLength = frames(bytes(part(ONE, false), "--b--\r\n"));
        var broken = frames(bytes("--b\r\nContent-Length: 500\r\n\r\nsome"));
        var brokenWithoutLength = frames(bytes("--b\r\n\r\nsome"));
        ended.next(() -> true);
        endedWithoutLength.next(() -> true);

        assertCode(ended, "ended");
        assertCode(endedWithoutLength, "ended");
        assertCode(broken, "broken-off");
        assertCode(brokenWithoutLength, "broken-off");
    }

    @Test
    void takes_no_more_memory_than_a_picture_may() {
        assertCode(frames(bytes("--b\r\nContent-Length: 100001\r\n\r\n")), "too-large");
        assertCode(frames(new SequenceOf(text("--b\r\n\r\n"), 'x')), "too-large");
    }

    @Test
    void reads_no_endless_headers() {
        assertThatThrownBy(() -> frames(new SequenceOf(text("--b\r\n"), 'x')).next(() -> true))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("65536");
        assertThatThrownBy(() -> frames(new SequenceOf(new byte[0], '\n')).next(() -> true))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void wants_a_boundary() {
        assertThatThrownBy(() -> frames(new byte[0], "image/jpeg")).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> frames(new byte[0], "multipart/x-mixed-replace; boundary=--"))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void survives_whatever_bytes_come() {
        var random = new Random(42);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            byte[] stream = bytes(part(ONE, i % 2 == 0), noise, "\r\n--b\r\n", noise);

            assertThatThrownBy(() -> {
                        var frames = frames(stream);
                        while (true) {
                            frames.next(() -> true);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private static void assertCode(MultipartFrames frames, String code) {
        assertThatThrownBy(() -> frames.next(() -> true))
                .isInstanceOfSatisfying(SourceFailedException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code));
    }

    /** Bytes among which are line ends and what looks like a boundary. */
    private static byte[] picture(int seed) {
        byte[] bytes = new byte[5000];
        new Random(seed).nextBytes(bytes);
        byte[] confusing = text("\r\n--fram\r\n\r\n--\r\nfram \n\n");
        System.arraycopy(confusing, 0, bytes, 1000, confusing.length);
        bytes[bytes.length - 1] = (byte) 0xD9;
        return bytes;
    }

    private static byte[] part(byte[] picture, boolean hasLength) {
        String length = hasLength ? "Content-Length: " + picture.length + "\r\n" : "";
        return bytes("--b\r\n" + length + "\r\n", picture, "\r\n");
    }

    private static byte[] bytes(Object... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(part -> all.writeBytes(part instanceof byte[] raw ? raw : text(part.toString())));
        return all.toByteArray();
    }

    private static MultipartFrames frames(byte[] stream) {
        return frames(new ByteArrayInputStream(stream));
    }

    private static MultipartFrames frames(InputStream stream) {
        try {
            return new MultipartFrames(stream, "multipart/x-mixed-replace; boundary=b", MOST);
        } catch (ProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MultipartFrames frames(byte[] stream, String type) throws ProtocolException {
        return new MultipartFrames(new ByteArrayInputStream(stream), type, MOST);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Some bytes, and then the same one for ever. */
    @SuppressWarnings("InputStreamSlowMultibyteRead") // nothing waits for it
    private static final class SequenceOf extends InputStream {
        private final byte[] first;
        private final int then;
        private int position;

        SequenceOf(byte[] first, int then) {
            this.first = first;
            this.then = then;
        }

        @Override
        public int read() {
            return position < first.length ? first[position++] & 0xFF : then;
        }
    }
}
