package org.semblance.identity;

import java.util.List;
import java.util.Locale;

/** Long rather than complicated: a password has at least twelve characters and is none that everybody tries. */
final class PasswordPolicy {
    private static final int MIN_LENGTH = 12;
    private static final int MAX_LENGTH = 128;
    private static final int MIN_DIFFERENT = 5;
    private static final List<String> COMMON_PARTS =
            List.of("password", "passw0rd", "123456", "qwerty", "letmein", "welcome", "iloveyou", "semblance");

    private PasswordPolicy() {}

    static void check(String username, String password) {
        if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw new PasswordTooWeakException("A password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            throw new PasswordTooWeakException("A password does not contain the user's name");
        }
        if (lower.chars().distinct().count() < MIN_DIFFERENT) {
            throw new PasswordTooWeakException("A password has at least " + MIN_DIFFERENT + " different characters");
        }
        String rest = lower;
        for (String part : COMMON_PARTS) {
            rest = rest.replace(part, "");
        }
        if (rest.length() < MIN_LENGTH / 2) {
            throw new PasswordTooWeakException("The password is one of those that everybody tries; choose another");
        }
    }
}
