package org.semblance.identity;

import org.jspecify.annotations.Nullable;

/**
 * What somebody shows to prove who they are.
 *
 * @param code of their authenticator app, or a recovery code; null when they give none
 */
public record Credentials(
        String username, String password, @Nullable String code) {

    public Credentials(String username, String password) {
        this(username, password, null);
    }

    @Override
    public String toString() {
        return "Credentials of " + username;
    }
}
