package org.semblance.identity.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.semblance.identity.signing.SigningKeys;
import org.semblance.identity.signing.VerificationKey;
import org.semblance.platform.Json;

/** {@code GET /.well-known/jwks.json}: the public keys by which others can check our access tokens (RFC 7517). */
@WebServlet("/.well-known/jwks.json")
public class JwksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SigningKeys keys;

    @Inject
    public JwksServlet(SigningKeys keys) {
        this.keys = keys;
    }

    /** Clients may keep it for as long as our own nodes do. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var published = Json.createArrayBuilder();
        keys.published().forEach(key -> published.add(describe(key)));
        byte[] body = Json.createObjectBuilder()
                .add("keys", published)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/jwk-set+json");
        response.setHeader("Cache-Control", "public, max-age=" + SigningKeys.READ_EVERY.toSeconds());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static JsonObject describe(VerificationKey key) {
        return Json.createObjectBuilder()
                .add("kty", "RSA")
                .add("use", "sig")
                .add("alg", "RS256")
                .add("kid", key.id())
                .add("n", encode(key.key().getModulus()))
                .add("e", encode(key.key().getPublicExponent()))
                .build();
    }

    /** Big-endian and without the sign (RFC 7518, 6.3.1). */
    private static String encode(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
