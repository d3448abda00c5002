package org.semblance.platform.net;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param headers by their names in lower case; of several with one name the first
 * @param body as much of it as was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final int SUCCESS = 2;
    private static final int REDIRECTION = 3;
    private static final int HUNDRED = 100;

    public boolean isSuccess() {
        return status / HUNDRED == SUCCESS;
    }

    public boolean isRedirection() {
        return status / HUNDRED == REDIRECTION;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as text; whatever is no UTF-8 becomes a replacement character. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
