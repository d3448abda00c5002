package org.semblance.surveillance.pull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semblance.platform.net.BoundedLines;

/**
 * The pictures of a multipart/x-mixed-replace stream, as cameras send it rather than as RFC 2046 has it: boundaries that
 * are announced with or without their hyphens, lines that end in LF alone, parts that tell no length or a wrong one.
 */
final class MultipartFrames {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH = Pattern.compile("content-length\\s*:\\s*(\\d{1,9})");
    private static final String HYPHENS = "--";

    /** Of the headers of one part, and of whatever stands between two of them. */
    private static final int MOST_LINE_BYTES = 64 * 1024;

    private final InputStream input;
    private final BoundedLines lines;
    private final String name;
    private final int most;
    private byte[] delimiter = {};
    private boolean isAtHeaders;
    private boolean isOver;

    /**
     * Frames of a stream.
     *
     * @param contentType as the camera says it, with the boundary
     * @param most bytes of one picture
     */
    MultipartFrames(InputStream input, String contentType, int most) throws ProtocolException {
        this.input = input;
        this.lines = new BoundedLines(input, MOST_LINE_BYTES);
        this.most = most;
        this.name = boundary(contentType)
                .orElseThrow(() -> new ProtocolException("The camera names no boundary: " + contentType));
    }

    /**
     * The next picture; empty where it was not wanted, and so was passed over without keeping it.
     *
     * @param isWanted asked when the picture begins to come
     */
    Optional<byte[]> next(BooleanSupplier isWanted) throws IOException {
        lines.renew();
        if (isOver) {
            throw ended();
        }
        if (!isAtHeaders) {
            findDelimiter();
        }
        isAtHeaders = false;
        int length = readHeaders();
        boolean isKept = isWanted.getAsBoolean();
        if (length > most) {
            throw tooLarge();
        }
        if (length > 0) {
            return keep(length, isKept);
        }
        byte[] bytes = readToDelimiter();
        return isKept ? Optional.of(bytes) : Optional.empty();
    }

    private void findDelimiter() throws IOException {
        while (true) {
            String line = lines.next();
            String stripped = withoutHyphens(line);
            if (!stripped.startsWith(name)) {
                continue;
            }
            if (stripped.substring(name.length()).startsWith(HYPHENS)) {
                throw ended();
            }
            if (delimiter.length == 0) {
                String seen = line.substring(0, line.indexOf(name) + name.length());
                delimiter = ("\n" + seen).getBytes(StandardCharsets.ISO_8859_1);
            }
            return;
        }
    }

    /** The length that they tell; 0 where they tell none. */
    private int readHeaders() throws IOException {
        int length = 0;
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            Matcher told = LENGTH.matcher(line.toLowerCase(Locale.ROOT));
            if (told.matches()) {
                length = Integer.parseInt(told.group(1));
            }
        }
        return length;
    }

    private Optional<byte[]> keep(int length, boolean isKept) throws IOException {
        if (!isKept) {
            input.skipNBytes(length);
            return Optional.empty();
        }
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw brokenOff();
        }
        return Optional.of(bytes);
    }

    private byte[] readToDelimiter() throws IOException {
        var bytes = new Part();
        while (!bytes.endsWith(delimiter)) {
            int next = input.read();
            if (next < 0) {
                throw brokenOff();
            }
            bytes.write(next);
            if (bytes.size() > most + delimiter.length) {
                throw tooLarge();
            }
        }
        isOver = lines.next().startsWith(HYPHENS);
        isAtHeaders = true;
        return bytes.before(delimiter.length);
    }

    private static SourceFailedException ended() {
        return new SourceFailedException("ended", "The camera has ended its stream");
    }

    private static SourceFailedException brokenOff() {
        return new SourceFailedException("broken-off", "The camera closed the connection in the middle of a picture");
    }

    private SourceFailedException tooLarge() {
        return new SourceFailedException("too-large", "A picture of the camera has more than " + most + " bytes");
    }

    private static Optional<String> boundary(String contentType) {
        Matcher told = BOUNDARY.matcher(contentType);
        if (!told.find()) {
            return Optional.empty();
        }
        String plain = withoutHyphens(told.group(1) == null ? told.group(2) : told.group(1));
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    private static String withoutHyphens(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '-') {
            start++;
        }
        return text.substring(start);
    }

    /** Bytes of which the last ones are looked at again and again. */
    private static final class Part extends ByteArrayOutputStream {
        boolean endsWith(byte[] end) {
            if (count < end.length || buf[count - 1] != end[end.length - 1]) {
                return false;
            }
            return java.util.Arrays.equals(buf, count - end.length, count, end, 0, end.length);
        }

        /** All but the last ones, and but the CR that belongs to them. */
        byte[] before(int last) {
            int end = count - last;
            if (end > 0 && buf[end - 1] == '\r') {
                end--;
            }
            return java.util.Arrays.copyOf(buf, end);
        }
    }
}
