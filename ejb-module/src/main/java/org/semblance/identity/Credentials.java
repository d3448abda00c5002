package org.semblance.identity;

/** What somebody shows to prove who they are. */
public record Credentials(String username, String password) {

    @Override
    public String toString() {
        return "Credentials of " + username;
    }
}
