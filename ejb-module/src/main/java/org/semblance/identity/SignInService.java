package org.semblance.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.metrics.annotation.Counted;

/** Proves who somebody is by name and password. Open to everybody: it is how one becomes somebody. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class SignInService {
    /** Compared with when there is no such user, so that the time taken does not tell. */
    private static final String NOBODY = PasswordHash.of("nobody has this password");

    private static final int MAX_LENGTH = 128;

    private final UserStore users;
    private final UserAccess access;
    private final FirstPassword firstPassword;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SignInService() {
        this(null, null, null, null);
    }

    @Inject
    public SignInService(UserStore users, UserAccess access, FirstPassword firstPassword, Clock clock) {
        this.users = users;
        this.access = access;
        this.firstPassword = firstPassword;
        this.clock = clock;
    }

    /**
     * The user in a session of their own, if name and password are right; {@link SignInRefusedException} otherwise,
     * and {@link PasswordChangeRequiredException} when a one-time password was used.
     */
    @Counted(name = "sign_ins", absolute = true, description = "Attempts to sign in")
    public SignedInUser signIn(Credentials credentials, SessionKind kind) {
        AppUser user = authenticate(credentials.username(), credentials.password());
        if (user.mustChangePassword()) {
            throw new PasswordChangeRequiredException();
        }
        return access.require(user.id(), users.recordSignIn(user, kind));
    }

    /** Replaces the password of whoever knows the current one. */
    public void changePassword(String username, String currentPassword, String newPassword) {
        AppUser user = authenticate(username, currentPassword);
        if (newPassword.equals(currentPassword)) {
            throw new PasswordTooWeakException("The new password is the old one; choose another");
        }
        PasswordPolicy.check(user.username(), newPassword);
        users.changePassword(user.username(), PasswordHash.of(newPassword));
        firstPassword.forget(currentPassword);
    }

    private AppUser authenticate(String username, String password) {
        if (username.length() > MAX_LENGTH || password.length() > MAX_LENGTH) {
            throw new SignInRefusedException();
        }
        var user = users.find(username);
        boolean locked = user.map(found -> found.isLocked(clock.instant())).orElse(false);
        boolean correct =
                PasswordHash.matches(password, user.map(AppUser::passwordHash).orElse(NOBODY));
        if (user.isEmpty() || locked || !correct || !user.get().isActive()) {
            users.recordFailure(username);
            throw new SignInRefusedException();
        }
        return user.get();
    }
}
