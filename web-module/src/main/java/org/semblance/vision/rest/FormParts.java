package org.semblance.vision.rest;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578), read one after the other from the stream. The parsers at
 * hand keep every part of a form in memory or in a temporary file before the first can be looked at, however many there
 * are; here nothing is kept, so that each reader bounds what it takes and stops when it has enough.
 */
final class FormParts {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MAX_BOUNDARY = 70;
    private static final Pattern NAME = Pattern.compile(
            "(?im)^content-disposition:\\s*form-data\\s*;(?:.*?;)??\\s*name\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

    private final InputStream body;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int end;
    private String name = "";

    FormParts(InputStream body, String boundary) throws IOException {
        if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw new IOException("The Content-Type of a form names its boundary, of 1 to 70 characters");
        }
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first boundary may come without the line break that belongs to all others.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    /** Goes on to the next part, over whatever is left of the current one; false after the last. */
    boolean next() throws IOException {
        content().transferTo(OutputStream.nullOutputStream());
        start += delimiter.length;
        String rest = line();
        if (rest.startsWith("--")) {
            return false;
        }
        if (!rest.isBlank()) {
            throw new IOException("Something follows a boundary on its line");
        }
        name = name(headers());
        return true;
    }

    /** What the current part is called. */
    String name() {
        return name;
    }

    /** The bytes of the current part; ends where that does. */
    InputStream content() {
        return new Content();
    }

    private String headers() throws IOException {
        var headers = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.append(line).append('\n');
            if (headers.length() > MAX_HEADER_BYTES) {
                throw new IOException("The headers of a part are too long");
            }
        }
        return headers.toString();
    }

    private static String name(String headers) throws IOException {
        Matcher matcher = NAME.matcher(headers);
        if (!matcher.find()) {
            throw new IOException("A part of the form has no name");
        }
        String quoted = matcher.group(1);
        return quoted == null ? matcher.group(2) : quoted;
    }

    /** The rest of the current line, without its break; of the last line, which needs none, just the two dashes. */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (line.size() <= MAX_HEADER_BYTES) {
            int octet = octet();
            if (octet == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            line.write(octet);
            if (line.size() == 2 && line.toString(StandardCharsets.UTF_8).equals("--")) {
                return "--";
            }
        }
        throw new IOException("A line of the form's headers is too long");
    }

    private int octet() throws IOException {
        if (start == end) {
            fill();
        }
        return buffer[start++] & 0xFF;
    }

    /** Moves what is unread to the front and reads more behind it. */
    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int count = body.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("The form breaks off before its last boundary");
        }
        end += count;
    }

    /** How many bytes at the front of the buffer are content for sure: those before what is or may become a boundary. */
    private int certain() {
        for (int i = start; i < end; i++) {
            if (buffer[i] == delimiter[0] && mayBeDelimiter(i)) {
                return i - start;
            }
        }
        return end - start;
    }

    private boolean mayBeDelimiter(int at) {
        int length = Math.min(delimiter.length, end - at);
        for (int i = 1; i < length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int count = certain();
            while (count == 0) {
                if (end - start >= delimiter.length) {
                    return -1;
                }
                fill();
                count = certain();
            }
            count = Math.min(count, length);
            System.arraycopy(buffer, start, target, offset, count);
            start += count;
            return count;
        }
    }
}
