package org.semblance.ear;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers, other sites, proxies and rude clients get from the server. */
@ArquillianTest
@RunAsClient
class HardeningIT {
    private static final String DIRECT = "127.0.0.1";
    private static final String SIGN_IN = "{\"username\": \"%s\", \"password\": \"wrong\"}";

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/galleries",
                "/api/v1/nothing-here",
                "/nothing-here",
                "/docs/",
                "/files/none.png",
                "/portal/login",
                "/portal/VAADIN/nothing-here"
            })
    void every_answer_tells_browsers_what_they_may_do(String path) {
        Answer answer = ApiClient.anonymous().get(path);

        assertThat(answer.header("Content-Security-Policy")).contains("default-src", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isIn("no-referrer", "same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.response().headers().firstValue("Server")).isEmpty();
        assertThat(answer.response().headers().firstValue("X-Powered-By")).isEmpty();
    }

    /** WildFly itself answers here, before any filter of the application: it numbers no request, believes no proxy. */
    @Test
    void the_description_of_the_api_is_shown_in_no_frame_and_runs_nothing() {
        Answer answer = ApiClient.anonymous().get("/openapi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.response().headers().firstValue("Server")).isEmpty();
        assertThat(answer.response().headers().firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void nobody_gets_a_tunnel_past_a_proxy_by_asking_for_http_2() {
        // Java's client asks for the upgrade with every first request
        assertThat(ApiClient.anonymous().get("/openapi").response().version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void what_is_personal_is_kept_in_no_cache() {
        assertThat(ApiClient.administrator().get("/api/v1/auth/me").header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(ApiClient.anonymous().get("/portal/login").header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void a_page_of_the_portal_runs_only_the_inline_scripts_that_it_names() {
        Answer first = ApiClient.anonymous().get("/portal/login");
        Answer second = ApiClient.anonymous().get("/portal/login");

        String policy = first.header("Content-Security-Policy");
        String nonce = policy.replaceFirst("(?s).*'nonce-([^']+)'.*", "$1");
        assertThat(policy).contains("script-src 'self' 'nonce-").doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(first.body())
                .contains("<script")
                .doesNotContainPattern("<script(?![^>]* nonce=\"" + Pattern.quote(nonce) + "\")");
        assertThat(second.header("Content-Security-Policy")).isNotEqualTo(policy);
    }

    @Test
    void the_session_of_the_portal_is_out_of_reach_for_scripts_and_other_sites() {
        String cookie = ApiClient.anonymous().get("/portal/login").header("Set-Cookie");

        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax", "path=/portal");
    }

    @Test
    void the_api_takes_no_session_of_the_portal() {
        String cookie = ApiClient.anonymous().get("/portal/login").header("Set-Cookie");
        String session = cookie.substring(0, cookie.indexOf(';'));
        ApiClient anonymous = ApiClient.anonymous();

        Answer answer = anonymous.send(
                anonymous.request("/api/v1/auth/me").header("Cookie", session).GET());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("token-missing");
        assertThat(answer.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void another_site_may_call_only_if_it_was_named() {
        Answer named = preflight(TestServer.OTHER_SITE);
        Answer other = preflight("https://evil.example.com");

        assertThat(named.status()).isEqualTo(204);
        assertThat(named.header("Access-Control-Allow-Origin")).isEqualTo(TestServer.OTHER_SITE);
        assertThat(named.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void only_a_trusted_proxy_says_who_the_client_is() throws Exception {
        RawRequest.send(TestServer.PROXY, signIn("by-proxy", "X-Forwarded-For: 1.1.1.1, 203.0.113.5"));
        RawRequest.send(DIRECT, signIn("by-itself", "X-Forwarded-For: 203.0.113.5"));

        assertThat(addressOf("by-proxy")).isEqualTo("203.0.113.5");
        assertThat(addressOf("by-itself")).isEqualTo(DIRECT);
    }

    @Test
    void browsers_that_come_over_tls_are_told_to_stay_there() {
        String get = "GET /docs/ HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n";

        assertThat(RawRequest.send(TestServer.PROXY, get)).contains("Strict-Transport-Security: max-age=31536000");
        assertThat(RawRequest.send(DIRECT, get)).doesNotContain("Strict-Transport-Security");
    }

    @Test
    void a_body_without_a_length_is_cut_off_at_its_limit() {
        String answer = RawRequest.send(DIRECT, output -> {
            output.write(headersOfJson("Transfer-Encoding: chunked"));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 32; i++) {
                output.write(chunk);
            }
            output.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });

        assertThat(answer).startsWith("HTTP/1.1 413").contains("request-too-large");
    }

    @Test
    void a_body_that_says_it_is_huge_is_refused_unread() {
        String answer = RawRequest.send(DIRECT, output -> output.write(headersOfJson("Content-Length: 9000000000")));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("Connection: close");
    }

    @Test
    void headers_without_end_are_refused() {
        String many =
                IntStream.range(0, 500).mapToObj(i -> "X-H" + i + ": x\r\n").collect(Collectors.joining());
        String long_ = "X-Long: " + "x".repeat(100_000) + "\r\n";

        for (String flood : new String[] {many, long_}) {
            String answer = RawRequest.send(
                    DIRECT, "GET /api/v1/galleries HTTP/1.1\r\nHost: x\r\n" + flood + "Connection: close\r\n\r\n");

            assertThat(answer).doesNotContain("HTTP/1.1 200").doesNotContain("HTTP/1.1 401");
        }
    }

    @Test
    void who_sends_headers_drop_by_drop_is_cut_off() {
        long begun = System.nanoTime();

        String answer = RawRequest.send(DIRECT, "GET /api/v1/galleries HTTP/1.1\r\nHost: x\r\nX-Slow: ");

        assertThat(answer).doesNotContain("HTTP/1.1 200").doesNotContain("reset");
        assertThat((System.nanoTime() - begun) / 1e9).isLessThan(28);
    }

    @Test
    void an_error_tells_its_request_and_nothing_of_the_server() {
        Answer answer = ApiClient.anonymous().post("/api/v1/auth/token", "{\"username\": [}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("request_id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.body()).doesNotContain("Exception", "org.", "jakarta.", "at line");
    }

    private static byte[] headersOfJson(String length) {
        String lines = String.join(
                "\r\n",
                "POST /api/v1/auth/token HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                length,
                "Connection: close",
                "",
                "");
        return lines.getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer preflight(String origin) {
        ApiClient anonymous = ApiClient.anonymous();
        HttpRequest.Builder request = anonymous
                .request("/api/v1/galleries")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody());
        return anonymous.send(request);
    }

    private static String signIn(String name, String header) {
        String body = SIGN_IN.formatted(name);
        return "POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + header
                + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static String addressOf(String actor) {
        return ApiClient.administrator()
                .get("/api/v1/audit?outcome=refused&actor=" + actor)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("address");
    }
}
