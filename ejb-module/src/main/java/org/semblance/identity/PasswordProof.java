package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.semblance.platform.BusyException;
import org.semblance.platform.RequestContext;

/** Finds out whether somebody is who they say, without telling why not and without being of use to who guesses. */
@ApplicationScoped
public class PasswordProof {
    /** Compared with when there is no such user, so that the time taken does not tell. */
    private static final String NOBODY = PasswordHash.of("nobody has this password");

    private static final int MAX_LENGTH = 128;
    private static final int PATIENCE_SECONDS = 5;

    /** Checking a password is slow on purpose; more at once than there are processors would only slow faces down. */
    private static final Semaphore CHECKS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final UserStore users;
    private final SecondFactors secondFactors;
    private final SignInThrottle throttle;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PasswordProof() {
        this(null, null, null, null);
    }

    @Inject
    public PasswordProof(UserStore users, SecondFactors secondFactors, SignInThrottle throttle, Clock clock) {
        this.users = users;
        this.secondFactors = secondFactors;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * The user whose credentials these are; {@link SignInRefusedException} when they are wrong or come too often, and
     * {@link SecondFactorRequiredException} when the password is right and a code is missing.
     */
    AppUser require(Credentials credentials) {
        String username = credentials.username();
        String password = credentials.password();
        if (username.length() > MAX_LENGTH || password.length() > MAX_LENGTH) {
            throw new SignInRefusedException();
        }
        String address = Optional.ofNullable(RequestContext.clientAddress()).orElse("");
        throttle.begin(username, address);
        Optional<AppUser> found = users.find(username);
        boolean correct = matches(password, found.map(AppUser::passwordHash).orElse(NOBODY));
        AppUser user = found.filter(known -> correct && known.maySignIn(clock.instant()))
                .orElseThrow(() -> refused(username));
        if (!secondFactors.isEnabled(user.id())) {
            return proved(user, password, address);
        }
        String code = credentials.code();
        if (code == null || code.isBlank()) {
            throttle.withdraw(username, address);
            throw new SecondFactorRequiredException();
        }
        if (!secondFactors.accept(user.id(), user.username(), code)) {
            throw refused(username);
        }
        return proved(user, password, address);
    }

    private AppUser proved(AppUser user, String password, String address) {
        throttle.succeeded(user.username(), address);
        if (PasswordHash.isOutdated(user.passwordHash())) {
            users.rehash(user.id(), PasswordHash.of(password));
        }
        return user;
    }

    private SignInRefusedException refused(String username) {
        users.recordFailure(username);
        return new SignInRefusedException();
    }

    private static boolean matches(String password, String hash) {
        try {
            if (!CHECKS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException("Too many sign in at once; try again in a few seconds", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("The server is stopping; try again in a few seconds", PATIENCE_SECONDS);
        }
        try {
            return PasswordHash.matches(password, hash);
        } finally {
            CHECKS.release();
        }
    }
}
