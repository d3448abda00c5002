package org.semblance.identity.oidc;

/** Where a browser goes to sign in, and what is kept until it comes back. */
public record Departure(String address, PendingSignIn pending) {}
