import java.security.KeyPairGenerator;
import java.util.Base64;

/** Prints a new RSA private key (3072 bits, PKCS#8, PEM); used by ./semblance where openssl is missing. */
final class SigningKey {
    public static void main(String[] args) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        System.out.println("-----BEGIN PRIVATE KEY-----");
        System.out.println(Base64.getMimeEncoder(64, "\n".getBytes("US-ASCII")).encodeToString(key));
        System.out.println("-----END PRIVATE KEY-----");
    }
}
