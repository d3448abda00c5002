package org.semblance.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lets whoever has signed in keep their own authenticator app; each change asks for the password again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class SecondFactorService {
    private static final String ISSUER = "Semblance";

    private final SecondFactors factors;
    private final StepUp stepUp;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SecondFactorService() {
        this(null, null);
    }

    @Inject
    public SecondFactorService(SecondFactors factors, StepUp stepUp) {
        this.factors = factors;
        this.stepUp = stepUp;
    }

    /** Whether the caller has one, and how many recovery codes are left. */
    public State state() {
        SignedInUser caller = person();
        return new State(factors.isEnabled(caller.id()), factors.recoveryCodes(caller.id()));
    }

    /** A secret for an app, which counts once a first code has confirmed it. */
    public Setup setUp() {
        SignedInUser caller = person();
        stepUp.require();
        String secret = factors.setUp(caller.id()).orElseThrow(SecondFactorInUseException::new);
        String label = encode(ISSUER) + ":" + encode(caller.username());
        return new Setup(secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + encode(ISSUER));
    }

    /** Asks for codes from the next sign-in on; the recovery codes, which are told this once. */
    public List<String> confirm(String code) {
        SignedInUser caller = person();
        stepUp.require();
        return factors.confirm(caller.id(), caller.username(), code).orElseThrow(CodeWrongException::new);
    }

    /** New recovery codes; the old ones are worth nothing from now on. */
    public List<String> renewRecoveryCodes() {
        SignedInUser caller = person();
        stepUp.require();
        if (!factors.isEnabled(caller.id())) {
            throw new CodeWrongException();
        }
        return factors.renewRecoveryCodes(caller.id());
    }

    public void remove() {
        SignedInUser caller = person();
        stepUp.require();
        factors.remove(caller.id(), caller.username());
    }

    /** An API key has no app, and must not give one to its user. */
    private static SignedInUser person() {
        SignedInUser caller = CurrentUser.require();
        if (caller.session() == null) {
            throw new StepUpRequiredException();
        }
        return caller;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** How it stands with a user's authenticator app. */
    public record State(boolean isEnabled, int recoveryCodes) {}

    /** What an authenticator app needs to know: typed, or as a QR code of the address. */
    public record Setup(String secret, String address) {

        @Override
        public String toString() {
            return "A second factor";
        }
    }
}
