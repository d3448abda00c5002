package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses of images that anybody may open who holds them, for a short time. */
@ApplicationScoped
public class SignedUrls {
    private static final int MIN_KEY_BYTES = 32;
    private static final int STEPS = 4;

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SignedUrls() {
        this.key = null;
        this.lifetime = null;
        this.clock = null;
    }

    @Inject
    public SignedUrls(StorageSettings settings, Clock clock) {
        this.key = readKey(settings.urlKeyFile());
        this.lifetime = settings.urlLifetime();
        this.clock = clock;
    }

    /**
     * A path with query, relative to the server's root, valid from now for the configured time, or up to a quarter of it
     * less: for that long an image keeps its address, so that a page that shows it again need not fetch it again.
     */
    public String sign(ImageKey image) {
        long latest = clock.instant().plus(lifetime).getEpochSecond();
        long expires = latest - latest % Math.max(1, lifetime.toSeconds() / STEPS);
        return "/files/" + image + "?exp=" + expires + "&sig=" + signature(image.value(), expires);
    }

    /** The key that a signed address names; {@link ImageNotFoundException} when it is forged or has expired. */
    public ImageKey verify(String key, long expires, String signature) {
        byte[] expected = signature(key, expires).getBytes(StandardCharsets.US_ASCII);
        byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, given) || clock.instant().getEpochSecond() >= expires) {
            throw new ImageNotFoundException();
        }
        return new ImageKey(key);
    }

    private String signature(String image, long expires) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] sum = mac.doFinal((image + '\n' + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static SecretKeySpec readKey(Path file) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(Files.readString(file).strip());
            if (bytes.length < MIN_KEY_BYTES) {
                throw new IllegalStateException(file + " holds fewer than " + MIN_KEY_BYTES + " random bytes");
            }
            return new SecretKeySpec(bytes, "HmacSHA256");
        } catch (IOException e) {
            throw new UncheckedIOException("The key that signs image addresses cannot be read from " + file, e);
        }
    }
}
