package org.semblance.identity.oidc;

import java.io.Serializable;
import java.time.Instant;

/**
 * A sign-in that has gone to the provider and not come back yet, kept in the browser's session: good for one answer,
 * and for ten minutes.
 *
 * @param state what the answer has to repeat, so that nobody slips their own answer to somebody else
 * @param nonce what the ID token has to repeat, so that one of another sign-in does not do
 * @param verifier what the code is worth nothing without (PKCE)
 * @param isProof whether somebody who has signed in proves who they are once more
 */
public record PendingSignIn(String state, String nonce, String verifier, Instant begunAt, boolean isProof)
        implements Serializable {

    @Override
    public String toString() {
        return "A sign-in begun at " + begunAt;
    }
}
