package org.semblance.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.metrics.annotation.Counted;
import org.jspecify.annotations.Nullable;

/** Begins and continues sessions of whoever proves who they are. Open to everybody: it is how one becomes somebody. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class SignInService {
    private final PasswordProof proof;
    private final UserStore users;
    private final SessionStore sessions;
    private final UserAccess access;
    private final FirstPassword firstPassword;
    private final PasswordSettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SignInService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public SignInService(
            PasswordProof proof,
            UserStore users,
            SessionStore sessions,
            UserAccess access,
            FirstPassword firstPassword,
            PasswordSettings settings) {
        this.proof = proof;
        this.users = users;
        this.sessions = sessions;
        this.access = access;
        this.firstPassword = firstPassword;
        this.settings = settings;
    }

    /** Whether a password lets anybody in. */
    public boolean takesPasswords() {
        return settings.isSignInAllowed();
    }

    /**
     * The user in a session of their own; {@link SignInRefusedException} when the credentials are wrong or come too
     * often, {@link SecondFactorRequiredException} when a code is missing, {@link PasswordChangeRequiredException}
     * when a one-time password was used, and {@link PasswordSignInOffException} where passwords let nobody in.
     */
    @Counted(name = "sign_ins", absolute = true, description = "Attempts to sign in")
    public SignedInUser signIn(Credentials credentials, SessionKind kind) {
        if (!takesPasswords()) {
            throw new PasswordSignInOffException();
        }
        AppUser user = proof.require(credentials);
        if (user.mustChangePassword()) {
            throw new PasswordChangeRequiredException();
        }
        return access.require(user.id(), users.recordSignIn(user, kind));
    }

    /** Replaces the password of whoever knows the current one; their other sessions end. */
    public void changePassword(Credentials current, String newPassword) {
        AppUser user = proof.require(current);
        if (newPassword.equals(current.password())) {
            throw new PasswordTooWeakException("The new password is the old one; choose another");
        }
        PasswordPolicy.check(user.username(), newPassword);
        users.changePassword(user.username(), PasswordHash.of(newPassword), ownSession(user.id()));
        firstPassword.forget(current.password());
    }

    /** Proves the caller's password once more, for sensitive work within the next minutes. */
    public SignedInUser stepUp(String password, @Nullable String code) {
        SignedInUser caller = CurrentUser.require();
        SessionProof session = caller.session();
        if (session == null) {
            throw new StepUpRequiredException();
        }
        proof.require(new Credentials(caller.username(), password, code));
        sessions.proved(session.id());
        SignedInUser renewed = access.require(caller.id(), session.id());
        CurrentUser.begin(renewed);
        return renewed;
    }

    /** Ends the caller's session. */
    public void signOut() {
        SignedInUser caller = CurrentUser.require();
        SessionProof session = caller.session();
        if (session != null) {
            sessions.end(caller.id(), session.id(), "signed-out");
        }
    }

    private static @Nullable UUID ownSession(UUID user) {
        return CurrentUser.find()
                .filter(caller -> caller.id().equals(user))
                .map(SignedInUser::session)
                .map(SessionProof::id)
                .orElse(null);
    }
}
