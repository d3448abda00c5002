package org.semblance.platform.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an HTTP/1.1 answer, within bounds: a hostile receiver costs some kilobytes and no more. */
final class HttpAnswerReader {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)( .*)?");
    private static final int MOST_HEADER_BYTES = 32 * 1024;
    private static final int MOST_INTERIM_ANSWERS = 5;
    private static final int FIRST_FINAL_STATUS = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int HEXADECIMAL = 16;

    private final InputStream input;
    private int headerBytes;

    HttpAnswerReader(InputStream input) {
        this.input = input;
    }

    HttpAnswer read(int maxBody) throws IOException {
        for (int i = 0; i <= MOST_INTERIM_ANSWERS; i++) {
            int status = status();
            Map<String, String> headers = headers();
            if (status >= FIRST_FINAL_STATUS) {
                return new HttpAnswer(status, headers, body(status, headers, maxBody));
            }
        }
        throw new ProtocolException("The receiver answers provisionally without end");
    }

    private int status() throws IOException {
        var matcher = STATUS.matcher(line());
        if (!matcher.matches()) {
            throw new ProtocolException("The receiver does not speak HTTP/1.1");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** The status is the answer; a body that breaks off changes nothing about it. */
    private byte[] body(int status, Map<String, String> headers, int maxBody) {
        var body = new ByteArrayOutputStream();
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return body.toByteArray();
        }
        try {
            String encoding = headers.getOrDefault("transfer-encoding", "");
            if (encoding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
                readChunks(body, maxBody);
            } else {
                copy(body, Math.min(maxBody, length(headers)));
            }
        } catch (IOException | NumberFormatException e) {
            return body.toByteArray();
        }
        return body.toByteArray();
    }

    private static long length(Map<String, String> headers) {
        String length = headers.get("content-length");
        return length == null ? Long.MAX_VALUE : Long.parseLong(length);
    }

    private void readChunks(ByteArrayOutputStream body, int maxBody) throws IOException {
        while (body.size() < maxBody) {
            long size = Long.parseLong(line().replaceFirst(";.*", "").strip(), HEXADECIMAL);
            if (size <= 0) {
                return;
            }
            copy(body, Math.min(size, maxBody - body.size()));
            if (body.size() < maxBody) {
                line();
            }
        }
    }

    private void copy(ByteArrayOutputStream body, long count) throws IOException {
        for (long left = count; left > 0; left--) {
            int next = input.read();
            if (next < 0) {
                return;
            }
            body.write(next);
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            headerBytes++;
            if (next < 0) {
                throw new ProtocolException("The receiver closed the connection before it answered");
            }
            if (headerBytes > MOST_HEADER_BYTES) {
                throw new ProtocolException("The receiver's headers are longer than " + MOST_HEADER_BYTES + " bytes");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
