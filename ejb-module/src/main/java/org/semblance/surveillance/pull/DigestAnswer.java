package org.semblance.surveillance.pull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Proves that somebody knows a password without telling it (RFC 7616, and RFC 2069 for cameras that know no qop). */
record DigestAnswer(Challenge challenge, Login login) {
    private static final Map<String, String> HASHES = Map.of("MD5", "MD5", "SHA-256", "SHA-256");
    private static final String SESSION = "-SESS";

    /** How strong the proof is, 0 for one that this class cannot give. */
    static int strength(Challenge challenge) {
        if (!challenge.scheme().equals("digest") || hash(challenge).isEmpty() || !isQopKnown(challenge)) {
            return 0;
        }
        return hash(challenge).orElseThrow().equals("MD5") ? 1 : 2;
    }

    /**
     * The header Authorization.
     *
     * @param uri path and query of what is asked for
     * @param count how often the nonce was used, this time included
     * @param clientNonce random
     */
    String header(String uri, int count, String clientNonce) {
        String uses = String.format(Locale.ROOT, "%08x", count);
        List<String> parts = new ArrayList<>();
        parts.add(quoted("username", login.username()));
        parts.add(quoted("realm", challenge.parameter("realm")));
        parts.add(quoted("uri", uri));
        parts.add(quoted("nonce", challenge.parameter("nonce")));
        if (!algorithm().isEmpty()) {
            parts.add("algorithm=" + algorithm());
        }
        if (hasQop()) {
            parts.add("nc=" + uses);
            parts.add(quoted("cnonce", clientNonce));
            parts.add("qop=auth");
        }
        parts.add(quoted("response", response(uri, uses, clientNonce)));
        if (challenge.parameters().containsKey("opaque")) {
            parts.add(quoted("opaque", challenge.parameter("opaque")));
        }
        return "Digest " + String.join(", ", parts);
    }

    private String response(String uri, String uses, String clientNonce) {
        String nonce = challenge.parameter("nonce");
        String who = hashed(login.username() + ":" + challenge.parameter("realm") + ":" + login.password());
        if (algorithm().toUpperCase(Locale.ROOT).endsWith(SESSION)) {
            who = hashed(who + ":" + nonce + ":" + clientNonce);
        }
        String what = hashed("GET:" + uri);
        return hasQop()
                ? hashed(who + ":" + nonce + ":" + uses + ":" + clientNonce + ":auth:" + what)
                : hashed(who + ":" + nonce + ":" + what);
    }

    private String hashed(String text) {
        try {
            var digest = MessageDigest.getInstance(hash(challenge).orElseThrow());
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5 and SHA-256", e);
        }
    }

    private String algorithm() {
        return challenge.parameter("algorithm");
    }

    private boolean hasQop() {
        return challenge.parameters().containsKey("qop");
    }

    private static boolean isQopKnown(Challenge challenge) {
        String qop = challenge.parameter("qop");
        return !challenge.parameters().containsKey("qop")
                || Arrays.stream(qop.split(",", -1)).anyMatch(one -> one.strip().equalsIgnoreCase("auth"));
    }

    private static Optional<String> hash(Challenge challenge) {
        String algorithm =
                challenge.parameters().getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
        String plain =
                algorithm.endsWith(SESSION) ? algorithm.substring(0, algorithm.length() - SESSION.length()) : algorithm;
        return Optional.ofNullable(HASHES.get(plain));
    }

    private static String quoted(String name, String text) {
        return name + "=\"" + text.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}
