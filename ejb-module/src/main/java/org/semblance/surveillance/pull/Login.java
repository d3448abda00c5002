package org.semblance.surveillance.pull;

/** Who the server is at a camera. */
public record Login(String username, String password) {

    @Override
    public String toString() {
        return "Login[" + username + "]";
    }
}
