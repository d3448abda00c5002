package org.semblance.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a receiver that a delivery is ours, whole, and not an old one sent again by somebody else. */
final class Signature {
    static final String HEADER = "Semblance-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** {@code t=<seconds>,v1=<hex>}, with one {@code v1} for each secret that is in force. */
    static String header(Instant time, String body, List<String> secrets) {
        String seconds = Long.toString(time.getEpochSecond());
        return secrets.stream()
                .map(secret -> "v1=" + hmac(secret, seconds + "." + body))
                .collect(Collectors.joining(",", "t=" + seconds + ",", ""));
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
