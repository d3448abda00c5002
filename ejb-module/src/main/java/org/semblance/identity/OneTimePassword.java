package org.semblance.identity;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A password that somebody else has seen: good for one sign-in, at which its user chooses another. */
public record OneTimePassword(String text, String hash) {
    /** Without characters that are taken for one another when they are read out or typed from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Twenty letters and digits in groups of five, about as many as there are 99-bit numbers. */
    public static OneTimePassword generate() {
        String letters = RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
        String text = letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
        return new OneTimePassword(text, PasswordHash.of(text));
    }

    @Override
    public String toString() {
        return "A one-time password";
    }
}
