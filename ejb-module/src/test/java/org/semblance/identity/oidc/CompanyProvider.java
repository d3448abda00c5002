package org.semblance.identity.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** An identity provider in this process that speaks the real protocol, and lies when a test wants it to. */
final class CompanyProvider implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final String CLIENT = "semblance";
    static final String SECRET = "secret of the client: 100%";
    static final String AUDIENCE = "semblance-api";
    static final RsaJsonWebKey KEY = key("first");

    private static final String PATH = "/realms/company";

    final AtomicInteger keysRead = new AtomicInteger();
    final AtomicInteger asked = new AtomicInteger();
    final Map<String, Object> says = new HashMap<>();
    List<? extends JsonWebKey> keys = List.of(KEY);
    String subject = "subject-of-grace";
    UnaryOperator<JwtClaims> claims = UnaryOperator.identity();
    UnaryOperator<String> idTokens = UnaryOperator.identity();
    Answerer metadata = exchange -> answer(exchange, 200, json(says));

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    CompanyProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        says.put("issuer", issuer());
        says.put("authorization_endpoint", issuer() + "/auth");
        says.put("token_endpoint", issuer() + "/token");
        says.put("jwks_uri", issuer() + "/keys");
        says.put("end_session_endpoint", issuer() + "/logout");
        server.createContext(PATH + "/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            metadata.answer(exchange);
        });
        server.createContext(PATH + "/keys", exchange -> {
            keysRead.incrementAndGet();
            answer(
                    exchange,
                    200,
                    "{\"keys\": [" + keys.stream().map(JsonWebKey::toJson).collect(Collectors.joining(",")) + "]}");
        });
        server.createContext(PATH + "/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    OidcSettings settings() {
        return new OidcSettings(
                Optional.of(issuer()),
                Optional.of(CLIENT),
                Optional.of(SECRET),
                Optional.empty(),
                Optional.of("https://faces.example"),
                "openid profile email",
                Optional.empty(),
                Optional.of(AUDIENCE));
    }

    /** What a browser brings back whose user has signed in at the address. */
    ProviderAnswer signIn(String address) {
        Map<String, String> query = form(URI.create(address).getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, query);
        return new ProviderAnswer(query.get("state"), code, null, null);
    }

    /** Claims as an ID token or an access token has them. */
    JwtClaims claims(String audience) {
        var made = new JwtClaims();
        made.setIssuer(issuer());
        made.setAudience(audience);
        made.setSubject(subject);
        made.setIssuedAt(NumericDate.fromSeconds(NOON.getEpochSecond()));
        made.setExpirationTime(NumericDate.fromSeconds(NOON.getEpochSecond() + 300));
        made.setClaim("auth_time", NOON.getEpochSecond() - 30);
        made.setClaim("preferred_username", "grace");
        made.setClaim("name", "Grace Hopper");
        made.setClaim("email", "grace@company.example");
        made.setClaim("sid", "session-1");
        made.setClaim("roles", List.of("face-watchers", "canteen"));
        return made;
    }

    static String sign(JwtClaims claims) {
        return sign(claims, KEY);
    }

    static String sign(JwtClaims claims, RsaJsonWebKey key) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return compact(signature);
    }

    static String compact(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The token endpoint: right secret, a code for one use, and the verifier of its challenge. */
    private void token(HttpExchange exchange) throws IOException {
        String basic = CLIENT + ":" + ProviderHttp.encode(SECRET);
        String expected = "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asking = codes.remove(form.get("code"));
        boolean accepted = asking != null
                && expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && AuthorizationAddress.challenge(form.getOrDefault("code_verifier", ""))
                        .equals(asking.get("code_challenge"))
                && Objects.equals(form.get("redirect_uri"), asking.get("redirect_uri"));
        if (!accepted) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        JwtClaims made = claims(CLIENT);
        made.setClaim("nonce", asking.get("nonce"));
        String idToken = idTokens.apply(sign(claims.apply(made)));
        answer(exchange, 200, json(Map.of("token_type", "Bearer", "access_token", "opaque", "id_token", idToken)));
    }

    private static String json(Map<String, Object> values) {
        return org.jose4j.json.JsonUtil.toJson(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** How an address is answered. */
    @FunctionalInterface
    interface Answerer {
        void answer(HttpExchange exchange) throws IOException;
    }
}
