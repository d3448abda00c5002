package org.semblance.identity.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The provider's pages that browsers are sent to, with what they have to be told. */
final class AuthorizationAddress {
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AuthorizationAddress() {}

    /** As many letters and digits as nobody guesses. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    static String of(Provider provider, String scopes, PendingSignIn pending) {
        OidcSettings.Client client = provider.client();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.id());
        query.put("redirect_uri", client.redirectAddress());
        query.put("scope", scopes);
        query.put("state", pending.state());
        query.put("nonce", pending.nonce());
        query.put("code_challenge", challenge(pending.verifier()));
        query.put("code_challenge_method", "S256");
        if (pending.isProof()) {
            query.put("prompt", "login");
            query.put("max_age", "0");
        }
        return with(provider.metadata().authorization().toString(), query);
    }

    /** Where signing out goes on at the provider. */
    static String exit(String endpoint, OidcSettings.Client client, String idToken) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("id_token_hint", idToken);
        query.put("client_id", client.id());
        query.put("post_logout_redirect_uri", client.signedOutAddress());
        return with(endpoint, query);
    }

    static String challenge(String verifier) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String with(String address, Map<String, String> query) {
        return address + (address.contains("?") ? "&" : "?") + ProviderHttp.encode(query);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
