package org.semblance.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.keys.ApiKeys;

/**
 * What a request carries to say who sends it: an access token, or an API key in the header {@code X-API-Key} or, for
 * clients that can send nothing else, in the place of a token.
 */
record Credential(String text, boolean isKey) {
    static final String KEY_HEADER = "X-API-Key";

    private static final String SCHEME = "Bearer ";

    static Optional<Credential> find(HttpServletRequest request) {
        String key = request.getHeader(KEY_HEADER);
        Optional<String> bearer = bearer(request.getHeader("Authorization"));
        if (key == null) {
            return bearer.map(text -> new Credential(text, ApiKeys.isKey(text)));
        }
        if (bearer.isPresent()) {
            throw new SeveralCredentialsException();
        }
        return Optional.of(new Credential(key.strip(), true));
    }

    private static Optional<String> bearer(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    /** Without the text, which must not come into a log. */
    @Override
    public String toString() {
        return isKey ? "an API key" : "an access token";
    }
}
