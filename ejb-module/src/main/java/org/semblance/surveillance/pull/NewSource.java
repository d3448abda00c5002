package org.semblance.surveillance.pull;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * Where a camera is to be read.
 *
 * @param username at the camera; null where it asks for none
 * @param password of that user; null keeps the one that is known
 */
public record NewSource(
        SourceKind kind,
        String url,
        double framesPerSecond,
        @Nullable String username,
        @Nullable String password,
        boolean isOn) {
    static final double SLOWEST = 0.01;
    static final double FASTEST = 30;
    private static final int LONGEST_URL = 2000;
    private static final Pattern USERNAME = Pattern.compile("[ -~&&[^:\"\\\\]]{1,200}");
    private static final int LONGEST_PASSWORD = 200;

    public NewSource {
        if (url.length() > LONGEST_URL) {
            throw new InvalidInputException("url", "url has at most " + LONGEST_URL + " characters");
        }
        if (!(framesPerSecond >= SLOWEST && framesPerSecond <= FASTEST)) {
            throw new InvalidInputException(
                    "frames_per_second", "frames_per_second lies between 0.01 and 30, not " + framesPerSecond);
        }
        if (username != null && !USERNAME.matcher(username).matches()) {
            throw new InvalidInputException(
                    "username", "username has 1 to 200 ASCII characters without colon, quote and backslash");
        }
        if (username == null && password != null) {
            throw new InvalidInputException("username", "username is missing: a password is somebody's");
        }
        if (password != null && (password.isEmpty() || password.length() > LONGEST_PASSWORD)) {
            throw new InvalidInputException("password", "password has 1 to " + LONGEST_PASSWORD + " characters");
        }
    }

    /** Whether a password that was meant for the other goes to the same user at the same place. */
    boolean isSamePlace(CameraSource other) {
        return Objects.equals(username, other.username())
                && place(URI.create(url)).equals(place(URI.create(other.url())));
    }

    private static String place(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(java.util.Locale.ROOT);
    }

    /** Shows no password where the record is logged by mistake. */
    @Override
    public String toString() {
        return "NewSource[" + kind + ", " + framesPerSecond + "]";
    }
}
