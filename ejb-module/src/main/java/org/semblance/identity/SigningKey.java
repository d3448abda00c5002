package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The RSA key that signs access tokens, read once from its PKCS#8 file. */
@ApplicationScoped
public class SigningKey {
    private static final int MIN_BITS = 2048;

    private final RSAPrivateCrtKey privateKey;
    private final RSAPublicKey publicKey;
    private final String id;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SigningKey() {
        this.privateKey = null;
        this.publicKey = null;
        this.id = null;
    }

    @Inject
    public SigningKey(IdentitySettings settings) {
        Path file = settings.signingKeyFile();
        try {
            var factory = KeyFactory.getInstance("RSA");
            privateKey = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(der(file)));
            publicKey = (RSAPublicKey) factory.generatePublic(
                    new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
            id = fingerprint(publicKey);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalStateException(file + " holds no RSA private key in PKCS#8 form", e);
        }
        if (publicKey.getModulus().bitLength() < MIN_BITS) {
            throw new IllegalStateException(file + " holds an RSA key of fewer than " + MIN_BITS + " bits");
        }
    }

    RSAPrivateCrtKey privateKey() {
        return privateKey;
    }

    RSAPublicKey publicKey() {
        return publicKey;
    }

    String id() {
        return id;
    }

    private static byte[] der(Path file) {
        try {
            String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            return Base64.getMimeDecoder().decode(text.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key that signs access tokens cannot be read from " + file, e);
        }
    }

    private static String fingerprint(RSAPublicKey key) throws GeneralSecurityException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return HexFormat.of().formatHex(sum, 0, 8);
    }
}
