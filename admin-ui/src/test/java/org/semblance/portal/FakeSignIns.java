package org.semblance.portal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Credentials;
import org.semblance.identity.PasswordChangeRequiredException;
import org.semblance.identity.PasswordTooWeakException;
import org.semblance.identity.SecondFactorRequiredException;
import org.semblance.identity.SessionKind;
import org.semblance.identity.SignInRefusedException;
import org.semblance.identity.SignInService;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;

/** Users in memory, who may do everything. */
public class FakeSignIns extends SignInService {
    private static final int SHORTEST = 12;

    private final Map<String, String> passwords = new HashMap<>();
    private int signedOut;
    private boolean takesPasswords = true;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Boolean> oneTime = new HashMap<>();

    @Override
    public SignedInUser signIn(Credentials credentials, SessionKind kind) {
        String username = credentials.username();
        check(username, credentials.password());
        if (codes.containsKey(username)) {
            if (credentials.code() == null) {
                throw new SecondFactorRequiredException();
            }
            if (!credentials.code().equals(codes.get(username))) {
                throw new SignInRefusedException();
            }
        }
        if (Boolean.TRUE.equals(oneTime.get(username))) {
            throw new PasswordChangeRequiredException();
        }
        return user(username, Set.copyOf(Permissions.ALL));
    }

    @Override
    public void changePassword(Credentials current, String newPassword) {
        String username = current.username();
        check(username, current.password());
        if (newPassword.length() < SHORTEST) {
            throw new PasswordTooWeakException("A password has 12 to 128 characters");
        }
        have(username, newPassword, false);
    }

    public void have(String username, String password, boolean onlyOnce) {
        passwords.put(username, password);
        oneTime.put(username, onlyOnce);
    }

    @Override
    public boolean takesPasswords() {
        return takesPasswords;
    }

    public void takeNoPasswords() {
        takesPasswords = false;
    }

    @Override
    public void signOut() {
        signedOut++;
    }

    @Override
    public SignedInUser stepUp(String password, @Nullable String code) {
        check("ada", password);
        return user("ada", Set.copyOf(Permissions.ALL));
    }

    public int signedOut() {
        return signedOut;
    }

    public void haveCode(String username, String code) {
        codes.put(username, code);
    }

    public static SignedInUser user(String username, Set<String> permissions) {
        return new SignedInUser(new UUID(0, 1), username, "Ada Admin", permissions);
    }

    private void check(String username, String password) {
        if (!password.equals(passwords.get(username))) {
            throw new SignInRefusedException();
        }
    }
}
