package org.semblance.portal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.oidc.Arrival;
import org.semblance.identity.oidc.Departure;
import org.semblance.identity.oidc.PendingSignIn;
import org.semblance.identity.oidc.ProviderAnswer;
import org.semblance.identity.oidc.SingleSignOn;
import org.semblance.identity.oidc.SingleSignOnFailedException;
import org.semblance.platform.Permissions;

/** A provider that knows Grace by the code "good". */
public class FakeSignOn extends SingleSignOn {
    public static final String EXIT = "https://sso.example/logout";

    private boolean offered;

    public void offer() {
        offered = true;
    }

    @Override
    public boolean isOffered() {
        return offered;
    }

    @Override
    public Optional<String> label() {
        return Optional.of("Company account");
    }

    @Override
    public Departure begin(boolean isProof) {
        return new Departure(
                "https://sso.example/auth", new PendingSignIn("state", "nonce", "verifier", Instant.EPOCH, isProof));
    }

    @Override
    public Arrival complete(@Nullable PendingSignIn pending, ProviderAnswer answer) {
        if (pending == null || !pending.state().equals(answer.state()) || !"good".equals(answer.code())) {
            throw new SingleSignOnFailedException("for a test");
        }
        return new Arrival(FakeSignIns.user("grace", Set.copyOf(Permissions.ALL)), Optional.of(EXIT));
    }
}
