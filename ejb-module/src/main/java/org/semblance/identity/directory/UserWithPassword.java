package org.semblance.identity.directory;

/** A user and the one-time password that is told this once and never again. */
public record UserWithPassword(UserSummary user, String oneTimePassword) {

    @Override
    public String toString() {
        return "A one-time password of " + user.username();
    }
}
