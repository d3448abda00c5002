package org.semblance.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The provider that people sign in with. Without an issuer there is none, and nothing else here counts. */
@ApplicationScoped
public class OidcSettings {
    private static final String SCOPE = "openid";

    private final @Nullable Client client;
    private final String scopes;
    private final Optional<String> label;
    private final Optional<String> apiAudience;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected OidcSettings() {
        this.client = null;
        this.scopes = null;
        this.label = null;
        this.apiAudience = null;
    }

    @Inject
    public OidcSettings(
            @ConfigProperty(name = "semblance.oidc.issuer") Optional<String> issuer,
            @ConfigProperty(name = "semblance.oidc.client-id") Optional<String> clientId,
            @ConfigProperty(name = "semblance.oidc.client-secret") Optional<String> clientSecret,
            @ConfigProperty(name = "semblance.oidc.client-secret-file") Optional<String> clientSecretFile,
            @ConfigProperty(name = "semblance.external-address") Optional<String> externalAddress,
            @ConfigProperty(name = "semblance.oidc.scopes", defaultValue = "openid profile email") String scopes,
            @ConfigProperty(name = "semblance.oidc.label") Optional<String> label,
            @ConfigProperty(name = "semblance.oidc.api-audience") Optional<String> apiAudience) {
        this.scopes = scopes.strip();
        this.label = label;
        this.apiAudience = apiAudience;
        this.client = issuer.isEmpty()
                ? null
                : new Client(
                        address("semblance.oidc.issuer", issuer),
                        required("semblance.oidc.client-id", clientId),
                        clientSecretFile.map(OidcSettings::read).or(() -> clientSecret),
                        origin(externalAddress));
        if (client != null && apiAudience.filter(client.id()::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "semblance.oidc.api-audience differs from semblance.oidc.client-id, so that"
                            + " what proves a sign-in to the portal opens nothing else");
        }
        if (!java.util.List.of(this.scopes.split(" ")).contains(SCOPE)) {
            throw new IllegalArgumentException("semblance.oidc.scopes contains openid");
        }
    }

    /** What we are to the provider; empty where none is configured. */
    public Optional<Client> client() {
        return Optional.ofNullable(client);
    }

    public String scopes() {
        return scopes;
    }

    /** What the way to the provider is called; empty for a name in the user's language. */
    public Optional<String> label() {
        return label;
    }

    /** For whom the provider's access tokens have to be issued to count at the API; empty where none counts. */
    public Optional<String> apiAudience() {
        return apiAudience;
    }

    private static String required(String key, Optional<String> value) {
        return value.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(key + " is needed with semblance.oidc.issuer"));
    }

    private static String address(String key, Optional<String> value) {
        String text = required(key, value);
        if (!SecureAddress.isSecure(text) || text.contains("?") || text.contains("#")) {
            throw new IllegalArgumentException(
                    key + " is an https address, or an http address of this machine, without a query");
        }
        return text;
    }

    private static String origin(Optional<String> value) {
        URI address = URI.create(address("semblance.external-address", value));
        if (!(address.getPath().isEmpty() || address.getPath().equals("/"))) {
            throw new IllegalArgumentException("semblance.external-address has no path");
        }
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret of semblance.oidc.client-secret-file cannot be read", e);
        }
    }

    /**
     * What we are to the provider.
     *
     * @param issuer the provider, letter by letter as its tokens name it
     * @param secret empty for a public client, which proves itself by PKCE alone
     * @param origin where browsers reach us: never what a request says of itself
     */
    public record Client(String issuer, String id, Optional<String> secret, String origin) {
        /** Where the provider sends browsers back to. */
        public String redirectAddress() {
            return origin + "/portal/sso/callback";
        }

        /** Where the provider sends browsers that have signed out. */
        public String signedOutAddress() {
            return origin + "/portal/login";
        }

        @Override
        public String toString() {
            return id + " at " + issuer;
        }
    }
}
