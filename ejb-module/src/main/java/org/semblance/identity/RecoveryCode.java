package org.semblance.identity;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** A code that stands in for an authenticator app once: sixteen letters and digits, 79 random bits. */
final class RecoveryCode {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCode() {}

    static String generate() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?!$)", "$1-");
    }

    /** The same whether people type the hyphens or not. */
    static String clean(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
