package org.semblance.platform.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DigestedBodyTest {
    private static final byte[] DOCUMENT = "{\"name\": \"Ada\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void digests_what_nobody_has_read() throws Exception {
        var body = new DigestedBody(new ByteArrayInputStream(DOCUMENT));

        body.read();

        assertThat(body.sha256()).isEqualTo(expected());
    }

    @Test
    void knows_the_digest_of_a_body_that_its_reader_closed() throws Exception {
        var body = new DigestedBody(new ReadUntilClosed());

        body.read();
        body.close();

        assertThat(body.sha256()).isEqualTo(expected());
        assertThat(body.sha256()).isEqualTo(expected());
    }

    private static byte[] expected() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(DOCUMENT);
    }

    /** As the server's own streams are. */
    private static final class ReadUntilClosed extends InputStream {
        private final InputStream document = new ByteArrayInputStream(DOCUMENT);
        private boolean isClosed;

        @Override
        public int read() throws IOException {
            check();
            return document.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            check();
            return document.read(target, offset, length);
        }

        private void check() throws IOException {
            if (isClosed) {
                throw new IOException("Stream is closed");
            }
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
