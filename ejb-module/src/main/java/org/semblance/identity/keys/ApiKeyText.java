package org.semblance.identity.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its holder has it: {@code smb_<prefix>_<secret><checksum>}, of letters and digits. The prefix is public; the
 * secret has 256 bits; the checksum (CRC-32) tells scanners of leaked secrets, and us, a key from a text that looks
 * like one.
 */
final class ApiKeyText {
    static final String START = "smb_";

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int PREFIX_LENGTH = 8;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("smb_([0-9A-Za-z]{8})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String prefix;
    private final String secret;

    private ApiKeyText(String prefix, String secret) {
        this.prefix = prefix;
        this.secret = secret;
    }

    static ApiKeyText generate() {
        return new ApiKeyText(random(PREFIX_LENGTH), random(SECRET_LENGTH));
    }

    /** The key that a text is; empty for a text that is none, whatever the database has. */
    static Optional<ApiKeyText> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var key = new ApiKeyText(form.group(1), form.group(2));
        return form.group(3).equals(key.checksum()) ? Optional.of(key) : Optional.empty();
    }

    String prefix() {
        return prefix;
    }

    /** The key itself, to be shown once. */
    String text() {
        return unchecked() + checksum();
    }

    byte[] secretSha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** Without the secret, which must not come into a log. */
    @Override
    public String toString() {
        return START + prefix;
    }

    private String unchecked() {
        return START + prefix + '_' + secret;
    }

    private String checksum() {
        var sum = new CRC32();
        sum.update(unchecked().getBytes(StandardCharsets.US_ASCII));
        long rest = sum.getValue();
        var digits = new StringBuilder();
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return digits.reverse().toString();
    }

    private static String random(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .reduce("", String::concat);
    }
}
