package org.semblance.identity.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** The public half of a signing key. */
public record VerificationKey(String id, RSAPublicKey key) {
    private static final int ID_BYTES = 8;

    static VerificationKey of(RSAPublicKey key) throws GeneralSecurityException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return new VerificationKey(HexFormat.of().formatHex(sum, 0, ID_BYTES), key);
    }

    static VerificationKey decode(byte[] x509) {
        try {
            return of((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(x509)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is stored is no RSA public key", e);
        }
    }
}
