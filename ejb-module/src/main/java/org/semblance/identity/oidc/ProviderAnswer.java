package org.semblance.identity.oidc;

import org.jspecify.annotations.Nullable;

/** What a browser brings back from the provider; anybody may have written it. */
public record ProviderAnswer(
        @Nullable String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String issuer) {

    @Override
    public String toString() {
        return "An answer of the provider";
    }
}
