package org.semblance.surveillance.pull;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a camera who asks, once it wants to know, in the strongest way that it offers. */
final class Authentication {
    private static final int NONCE_BYTES = 16;

    private final @Nullable Login login;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Challenge challenge;
    private int uses;

    Authentication(@Nullable Login login) {
        this.login = login;
    }

    /** The header Authorization for what is asked next; empty before the camera has asked back. */
    Optional<String> header(String uri) {
        var who = login;
        var asked = challenge;
        if (who == null || asked == null) {
            return Optional.empty();
        }
        if (asked.scheme().equals("basic")) {
            byte[] both = (who.username() + ":" + who.password()).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        uses++;
        return Optional.of(
                new DigestAnswer(asked, who).header(uri, uses, HexFormat.of().formatHex(nonce)));
    }

    /** Whether asking once more may help, now that the camera has said how it wants to be told. */
    boolean learn(List<String> headers) {
        challenge = Challenge.read(headers).stream()
                .filter(offered -> rank(offered) > 0)
                .max(Comparator.comparingInt(Authentication::rank))
                .orElse(null);
        uses = 0;
        return login != null && challenge != null;
    }

    /** Digest before Basic, which tells the password to whoever listens. */
    private static int rank(Challenge offered) {
        if (offered.scheme().equals("basic")) {
            return 1;
        }
        int strength = DigestAnswer.strength(offered);
        return strength == 0 ? 0 : strength + 1;
    }
}
