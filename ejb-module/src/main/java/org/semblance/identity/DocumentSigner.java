package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.semblance.identity.signing.SigningKeys;

/** Signs documents of this installation with its key, so that whoever is given one can prove where it came from. */
@ApplicationScoped
public class DocumentSigner {
    private final SigningKeys keys;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DocumentSigner() {
        this(null);
    }

    @Inject
    public DocumentSigner(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * The document inside a JSON Web Signature in its compact form.
     *
     * @param type what sort of document it is; keeps it from being taken for a token
     */
    public String sign(String document, String type) {
        var key = keys.signing();
        var signature = new JsonWebSignature();
        signature.setPayload(document);
        signature.setHeader("typ", type);
        signature.setKey(key.privateKey());
        signature.setKeyIdHeaderValue(key.id());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A document could not be signed", e);
        }
    }

    /** The document inside a signature that a key of this installation made, for as long as that key is remembered. */
    public Optional<String> verify(String signed, String type) {
        try {
            var signature = parse(signed);
            var key = keys.find(String.valueOf(signature.getKeyIdHeaderValue()));
            if (key.isEmpty() || !type.equals(signature.getHeader("typ"))) {
                return Optional.empty();
            }
            signature.setKey(key.get().key());
            return signature.verifySignature() ? Optional.of(signature.getPayload()) : Optional.empty();
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    /** The document inside a signature, whoever made it: for what somebody vouches for in another way. */
    public Optional<String> read(String signed) {
        try {
            return Optional.of(parse(signed).getUnverifiedPayload());
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private static JsonWebSignature parse(String signed) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256));
        signature.setCompactSerialization(signed);
        return signature;
    }
}
