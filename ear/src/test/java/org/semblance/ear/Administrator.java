package org.semblance.ear;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.semblance.ear.ApiClient.Answer;

/** The administrator of a server; a token is used again for a while, for each sign-in costs a second of hashing. */
final class Administrator {
    private static final Duration LONGEST_USE = Duration.ofMinutes(3);
    private static final Map<URI, Token> TOKENS = new ConcurrentHashMap<>();

    private Administrator() {}

    /** One whose one-time password is changed first where that has not happened yet. */
    static ApiClient at(URI server) {
        Token known = TOKENS.get(server);
        if (known != null && known.isYoung()) {
            ApiClient client = ApiClient.withToken(server, known.value());
            if (client.get("/api/v1/auth/me").status() == 200) {
                return client;
            }
        }
        Token token = new Token(signIn(ApiClient.anonymous(server)), System.nanoTime());
        TOKENS.put(server, token);
        return ApiClient.withToken(server, token.value());
    }

    private static String signIn(ApiClient anonymous) {
        Answer answer = token(anonymous);
        if (answer.status() != 200) {
            anonymous.post("/api/v1/auth/password", """
                    {"username": "admin", "current_password": "%s", "new_password": "%s"}
                    """.formatted(TestServer.FIRST_PASSWORD, ApiClient.PASSWORD));
            answer = token(anonymous);
        }
        return answer.json().getString("access_token");
    }

    private static Answer token(ApiClient anonymous) {
        return anonymous.post(
                "/api/v1/auth/token", "{\"username\": \"admin\", \"password\": \"%s\"}".formatted(ApiClient.PASSWORD));
    }

    private record Token(String value, long since) {
        boolean isYoung() {
            return System.nanoTime() - since < LONGEST_USE.toNanos();
        }
    }
}
