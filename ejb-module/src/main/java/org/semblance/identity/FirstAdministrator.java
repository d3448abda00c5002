package org.semblance.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Makes the first user of an empty installation, with a password that must be changed at the first sign-in. */
@Singleton
@Startup
public class FirstAdministrator {
    public static final String USERNAME = "admin";

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

    private final UserStore users;
    private final FirstPassword firstPassword;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FirstAdministrator() {
        this(null, null);
    }

    @Inject
    public FirstAdministrator(UserStore users, FirstPassword firstPassword) {
        this.users = users;
        this.firstPassword = firstPassword;
    }

    @PostConstruct
    void create() {
        if (!users.isEmpty()) {
            forgetUsedPassword();
            return;
        }
        firstPassword
                .find()
                .ifPresentOrElse(
                        password -> {
                            users.addAdministrator(USERNAME, password);
                            LOG.infof("Created the first administrator, '%s'", USERNAME);
                        },
                        () -> LOG.warn("There is no user and no first password, so nobody can sign in: "
                                + "put one into the file of semblance.security.first-password-file and restart"));
    }

    /** A file that outlived its password, or lies beside a database that has users already, would only mislead. */
    private void forgetUsedPassword() {
        boolean pending = users.find(USERNAME).map(AppUser::mustChangePassword).orElse(false);
        if (!pending) {
            firstPassword.find().ifPresent(firstPassword::forget);
        }
    }
}
