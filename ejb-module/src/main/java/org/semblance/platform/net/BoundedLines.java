package org.semblance.platform.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Lines of a protocol that end in LF, with or without a CR, as many bytes of them as were granted. */
public final class BoundedLines {
    private final InputStream input;
    private final int most;
    private int left;

    public BoundedLines(InputStream input, int most) {
        this.input = input;
        this.most = most;
        this.left = most;
    }

    /** The next line without its end; a problem of the protocol when there is no more, or too much. */
    public String next() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = read(); next != '\n'; next = read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** The ends of lines count, too: empty lines without end are no less. */
    private int read() throws IOException {
        left--;
        if (left < 0) {
            throw new ProtocolException("The other side sends more than " + most + " bytes of headers");
        }
        int next = input.read();
        if (next < 0) {
            throw new ProtocolException("The other side closed the connection in the middle of a line");
        }
        return next;
    }

    /** Grants as many bytes as in the beginning. */
    public void renew() {
        left = most;
    }
}
