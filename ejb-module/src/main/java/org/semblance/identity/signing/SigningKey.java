package org.semblance.identity.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** An RSA key with which this installation signs. */
public record SigningKey(RSAPrivateCrtKey privateKey, VerificationKey verification) {
    private static final int BITS = 3072;

    public static SigningKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return of((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }

    /** What {@link #encoded} gave. */
    static SigningKey decode(String pkcs8) {
        try {
            var form = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8));
            return of((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(form));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is stored is no RSA private key", e);
        }
    }

    private static SigningKey of(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var form = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return new SigningKey(key, VerificationKey.of((RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(form)));
    }

    public String id() {
        return verification.id();
    }

    /** PKCS#8 in Base64: to be sealed before it is kept. */
    String encoded() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    /** Without the key, which must not come into a log. */
    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
