package org.semblance.identity.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * What the provider tells of itself (OpenID Connect Discovery).
 *
 * @param takesBasic whether a client may prove itself by an Authorization header
 * @param namesItself whether its answers to browsers say whose they are (RFC 9207)
 */
record ProviderMetadata(
        URI authorization, URI token, URI keys, Optional<URI> endSession, boolean takesBasic, boolean namesItself) {

    static ProviderMetadata read(String json, String issuer) {
        Map<String, Object> document = parse(json);
        if (!issuer.equals(document.get("issuer"))) {
            throw new ProviderUnavailableException(
                    "it calls itself '" + document.get("issuer") + "', and semblance.oidc.issuer is '" + issuer + "'");
        }
        Object methods = document.get("token_endpoint_auth_methods_supported");
        return new ProviderMetadata(
                require(document, "authorization_endpoint"),
                require(document, "token_endpoint"),
                require(document, "jwks_uri"),
                find(document, "end_session_endpoint"),
                !(methods instanceof List<?> list) || list.contains("client_secret_basic"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    }

    static Map<String, Object> parse(String json) {
        try {
            return JsonUtil.parseJson(json);
        } catch (JoseException e) {
            throw new ProviderUnavailableException("what it says is no JSON object", e);
        }
    }

    private static URI require(Map<String, Object> document, String name) {
        return find(document, name)
                .orElseThrow(() -> new ProviderUnavailableException("it names no " + name + " over https"));
    }

    private static Optional<URI> find(Map<String, Object> document, String name) {
        return Optional.ofNullable(document.get(name))
                .map(Object::toString)
                .filter(SecureAddress::isSecure)
                .map(URI::create);
    }
}
