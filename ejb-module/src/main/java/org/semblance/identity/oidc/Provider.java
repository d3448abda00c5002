package org.semblance.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The company's identity provider. Nothing is asked before somebody needs it: we start without it. */
@ApplicationScoped
public class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration METADATA_FRESH = Duration.ofHours(1);
    private static final Duration KEYS_FRESH = Duration.ofMinutes(10);
    private static final Duration AT_MOST = Duration.ofHours(6);

    private final OidcSettings settings;
    private final ProviderHttp http;
    private final Remembered<ProviderMetadata> metadata;
    private final Remembered<JsonWebKeySet> keys;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Provider() {
        this.settings = null;
        this.http = null;
        this.metadata = null;
        this.keys = null;
    }

    @Inject
    public Provider(OidcSettings settings, Clock clock) {
        this(settings, clock, PATIENCE);
    }

    Provider(OidcSettings settings, Clock clock, Duration patience) {
        this.settings = settings;
        this.http = new ProviderHttp(patience);
        this.metadata = new Remembered<>(this::readMetadata, METADATA_FRESH, AT_MOST, clock);
        this.keys = new Remembered<>(this::readKeys, KEYS_FRESH, AT_MOST, clock);
    }

    ProviderMetadata metadata() {
        return metadata.get();
    }

    /** The key of that name that checks signatures; asked for anew when the name is new. */
    Optional<JsonWebKey> key(String id) {
        return find(keys.get(), id).or(() -> find(keys.renewed(), id));
    }

    /** The token that says who somebody is, for the code that they came back with. */
    String idToken(String code, String verifier) {
        OidcSettings.Client client = client();
        ProviderMetadata about = metadata();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", client.redirectAddress());
        form.put("client_id", client.id());
        form.put("code_verifier", verifier);
        String secret = client.secret().orElse(null);
        if (secret != null && !about.takesBasic()) {
            form.put("client_secret", secret);
        }
        String answer = http.post(about.token(), form, about.takesBasic() ? basic(client.id(), secret) : null);
        return Optional.ofNullable(ProviderMetadata.parse(answer).get("id_token"))
                .map(Object::toString)
                .orElseThrow(() -> new SingleSignOnFailedException("the identity provider gave no ID token"));
    }

    OidcSettings.Client client() {
        return settings.client().orElseThrow(() -> new SingleSignOnFailedException("it is not set up"));
    }

    private ProviderMetadata readMetadata() {
        String issuer = client().issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return ProviderMetadata.read(http.get(URI.create(base + "/.well-known/openid-configuration")), issuer);
    }

    private JsonWebKeySet readKeys() {
        try {
            return new JsonWebKeySet(http.get(metadata().keys()));
        } catch (JoseException e) {
            throw new ProviderUnavailableException("its keys cannot be read", e);
        }
    }

    private static Optional<JsonWebKey> find(JsonWebKeySet set, String id) {
        return set.getJsonWebKeys().stream()
                .filter(key -> id.equals(key.getKeyId()) && !"enc".equals(key.getUse()))
                .findFirst();
    }

    private static @Nullable String basic(String id, @Nullable String secret) {
        if (secret == null) {
            return null;
        }
        String pair = ProviderHttp.encode(id) + ":" + ProviderHttp.encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
