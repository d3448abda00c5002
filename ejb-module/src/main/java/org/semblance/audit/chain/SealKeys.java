package org.semblance.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that seal the audit trail, from a file that the database does not see. The file has one key a line; the first
 * seals, all of them verify, so that a new first line changes the key.
 */
@ApplicationScoped
public class SealKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 4;

    private final List<Key> keys;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SealKeys() {
        this.keys = null;
    }

    @Inject
    public SealKeys(AuditSettings settings) {
        this(settings.keyFile());
    }

    SealKeys(Path file) {
        try {
            keys = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Key.read(line.strip(), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys that seal the audit trail cannot be read from " + file, e);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException(file + " holds no key");
        }
    }

    /** The name of the key that seals now. */
    String current() {
        return keys.get(0).name;
    }

    /** What a key makes of a message; empty when there is no key of that name. */
    Optional<byte[]> authenticate(String keyName, byte[] message) {
        return keys.stream().filter(key -> key.name.equals(keyName)).findFirst().map(key -> key.authenticate(message));
    }

    /** A key and the name by which what it sealed is known. */
    private static final class Key {
        private final String name;
        private final SecretKeySpec secret;

        private Key(String name, SecretKeySpec secret) {
            this.name = name;
            this.secret = secret;
        }

        static Key read(String line, Path file) {
            try {
                byte[] bytes = Base64.getDecoder().decode(line);
                if (bytes.length < KEY_BYTES) {
                    throw new IllegalArgumentException(bytes.length + " bytes");
                }
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Key(
                        HexFormat.of().formatHex(Arrays.copyOf(sum, NAME_BYTES)), new SecretKeySpec(bytes, ALGORITHM));
            } catch (IllegalArgumentException | GeneralSecurityException e) {
                throw new IllegalStateException(
                        file + " holds a line that is not " + KEY_BYTES + " bytes or more in Base64", e);
            }
        }

        byte[] authenticate(byte[] message) {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(secret);
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
            }
        }
    }
}
