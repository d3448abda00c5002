package org.semblance.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps secrets that the database must hold from whoever reads the database: AES-256-GCM with keys from a file beside it.
 * The file has one key a line; the first seals, all of them open, so that a new first line changes the key.
 */
@ApplicationScoped
public class Sealer {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Sealer() {
        this.keys = null;
    }

    @Inject
    public Sealer(@ConfigProperty(name = "semblance.security.sealing-key-file") String file) {
        this(Path.of(file));
    }

    public Sealer(Path file) {
        try {
            keys = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Key.read(line.strip(), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys that seal secrets cannot be read from " + file, e);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException(file + " holds no key");
        }
    }

    /**
     * The text, readable by nobody without the key.
     *
     * @param boundTo names the place where it is kept, such as table, column and id: it opens nowhere else
     */
    public byte[] seal(String text, String boundTo) {
        Key key = keys.get(0);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, key, nonce, boundTo, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NAME_BYTES + NONCE_BYTES + closed.length)
                .put(key.name)
                .put(nonce)
                .put(closed)
                .array();
    }

    /** The text that was sealed for the same place; {@link SealBrokenException} where that cannot be. */
    public String open(byte[] sealed, String boundTo) {
        if (sealed.length <= NAME_BYTES + NONCE_BYTES) {
            throw new SealBrokenException(boundTo, null);
        }
        byte[] name = Arrays.copyOf(sealed, NAME_BYTES);
        byte[] nonce = Arrays.copyOfRange(sealed, NAME_BYTES, NAME_BYTES + NONCE_BYTES);
        byte[] closed = Arrays.copyOfRange(sealed, NAME_BYTES + NONCE_BYTES, sealed.length);
        Key key = keys.stream()
                .filter(candidate -> Arrays.equals(candidate.name, name))
                .findFirst()
                .orElseThrow(() -> new SealBrokenException(boundTo, null));
        return new String(run(Cipher.DECRYPT_MODE, key, nonce, boundTo, closed), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, Key key, byte[] nonce, String boundTo, byte[] input) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key.secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(boundTo, e);
        }
    }

    /** A key and the name by which what it sealed is known. */
    private static final class Key {
        final byte[] name;
        final SecretKeySpec secret;

        private Key(byte[] name, SecretKeySpec secret) {
            this.name = name;
            this.secret = secret;
        }

        static Key read(String line, Path file) {
            try {
                byte[] bytes = Base64.getDecoder().decode(line);
                if (bytes.length != KEY_BYTES) {
                    throw new IllegalArgumentException(bytes.length + " bytes");
                }
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Key(Arrays.copyOf(sum, NAME_BYTES), new SecretKeySpec(bytes, "AES"));
            } catch (IllegalArgumentException | GeneralSecurityException e) {
                throw new IllegalStateException(file + " holds a line that is not 32 bytes in Base64", e);
            }
        }
    }
}
