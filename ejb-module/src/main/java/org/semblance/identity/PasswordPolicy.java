package org.semblance.identity;

import java.util.Locale;

/**
 * Long rather than complicated: a password has at least twelve characters, and enough of them are left when everything
 * that people try first is taken out.
 */
final class PasswordPolicy {
    private static final int MIN_LENGTH = 12;
    private static final int MAX_LENGTH = 128;
    private static final int MIN_DIFFERENT = 5;

    /** How many letters and digits have to be the user's own idea. */
    private static final int MIN_OWN = 6;

    private static final int SHORTEST_NAME = 3;

    private PasswordPolicy() {}

    static void check(String username, String password) {
        if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw new PasswordTooWeakException("A password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        String name = username.toLowerCase(Locale.ROOT);
        if (name.length() >= SHORTEST_NAME && lower.contains(name)) {
            throw new PasswordTooWeakException("A password does not contain the user's name");
        }
        if (lower.chars().distinct().count() < MIN_DIFFERENT) {
            throw new PasswordTooWeakException("A password has at least " + MIN_DIFFERENT + " different characters");
        }
        if (isRepeated(lower)) {
            throw new PasswordTooWeakException("A password does not say the same thing over and over");
        }
        if (CommonPasswords.withoutThem(lower).length() < MIN_OWN) {
            throw new PasswordTooWeakException("The password is one of those that everybody tries; choose another");
        }
    }

    /** Whether it is a shorter text several times. */
    private static boolean isRepeated(String text) {
        return (text + text).indexOf(text, 1) < text.length();
    }
}
