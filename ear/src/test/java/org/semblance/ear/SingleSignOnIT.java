package org.semblance.ear;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A real Keycloak and a real browser; our server was started when Keycloak was not there. */
@ArquillianTest
@RunAsClient
class SingleSignOnIT {
    private static final String PORTAL = TestServer.get().url() + "/portal";
    private static final Pattern KEYCLOAK = Pattern.compile(".*/realms/company/.*");

    private static KeycloakServer keycloak;
    private Playwright playwright;
    private Browser browser;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeAll
    static void start_keycloak() {
        keycloak = TestServer.get().startKeycloak();
    }

    @AfterAll
    static void stop_keycloak() {
        keycloak.close();
    }

    @BeforeEach
    void open_a_browser() {
        ApiClient.administrator();
        playwright = PortalBrowser.playwright();
        browser = PortalBrowser.launch(playwright);
    }

    @AfterEach
    void close_the_browser() {
        browser.close();
        playwright.close();
    }

    @Test
    void grace_signs_in_at_keycloak_works_with_her_roles_and_signs_out_of_both() {
        Page page = page();

        signIn(page, "grace", "grace-secret");

        assertThat(page).hasURL(PORTAL + "/galleries");
        assertThat(roles("grace")).containsExactly("security-operator");
        page.locator(".user-menu vaadin-menu-bar-button").first().click();
        page.getByText("Sign out").click();
        assertThat(page).hasURL(PORTAL + "/login");
        button(page).click();
        assertThat(page).hasURL(KEYCLOAK);
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void signing_out_at_keycloak_ends_the_session_at_the_portal() {
        BrowserContext context = context();
        Page page = context.newPage();
        signIn(page, "grace", "grace-secret");
        assertThat(page).hasURL(PORTAL + "/galleries");

        Page elsewhere = context.newPage();
        elsewhere.navigate(keycloak.endpoint("logout").toString());
        elsewhere.locator("#kc-logout").click();
        assertThat(elsewhere.locator("#kc-logout")).hasCount(0);
        page.navigate(PORTAL + "/galleries");

        assertThat(page).hasURL(PORTAL + "/login");
    }

    @Test
    void whoever_has_no_role_here_is_told_so() {
        Page page = page();

        signIn(page, "mallory", "mallory-secret");

        assertThat(page).hasURL(PORTAL + "/login");
        assertThat(page.getByRole(AriaRole.ALERT).filter(visible())).containsText("no role here");
    }

    @Test
    void the_local_administrator_is_not_taken_over_by_somebody_of_the_same_name() {
        Page page = page();

        signIn(page, "admin", "another-secret");

        assertThat(page).hasURL(PORTAL + "/login");
        assertThat(page.getByRole(AriaRole.ALERT).filter(visible())).containsText("An administrator can link the two");
    }

    @Test
    void the_api_believes_keycloaks_tokens_for_us_and_no_others() {
        String token = token("gate").getString("access_token");

        JsonObject me = ApiClient.withToken(token).get("/api/v1/auth/me").json();

        assertThat(me.getString("username")).isEqualTo("grace");
        assertThat(me.getJsonArray("permissions").toString())
                .contains("search:run")
                .doesNotContain("user:manage");
        assertThat(ApiClient.withToken(token).get("/api/v1/users").status()).isEqualTo(403);
        assertThat(refused(token("canteen").getString("access_token"))).isEqualTo("token-invalid");
        assertThat(refused(token("gate").getString("refresh_token"))).isEqualTo("token-invalid");
        assertThat(refused(token.substring(0, token.length() - 8) + "AAAAAAAA")).isEqualTo("token-invalid");
    }

    @Test
    void nobody_comes_back_from_a_sign_in_that_they_did_not_begin() {
        Page page = page();

        page.navigate(PORTAL + "/sso/callback?state=x&code=y&redirect=https://elsewhere.example");

        assertThat(page).hasURL(PORTAL + "/login");
        assertThat(page.getByRole(AriaRole.ALERT).filter(visible())).containsText("Start again");
    }

    private void signIn(Page page, String username, String password) {
        page.navigate(PORTAL + "/galleries");
        button(page).click();
        page.waitForURL(KEYCLOAK);
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(PORTAL) && !url.contains("/sso/"));
    }

    private static com.microsoft.playwright.Locator button(Page page) {
        return page.locator(".login-provider vaadin-button");
    }

    private static com.microsoft.playwright.Locator.FilterOptions visible() {
        return new com.microsoft.playwright.Locator.FilterOptions().setVisible(true);
    }

    private Page page() {
        return context().newPage();
    }

    private BrowserContext context() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en"));
        context.setDefaultTimeout(60_000);
        return context;
    }

    private static List<String> roles(String username) {
        return ApiClient.administrator()
                .get("/api/v1/users?q=" + username)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .get(0)
                .getJsonArray("roles")
                .getValuesAs(role -> role.asJsonObject().getString("role"));
    }

    private static String refused(String token) {
        var answer = ApiClient.withToken(token).get("/api/v1/auth/me");
        assertThat(answer.status()).isEqualTo(401);
        return answer.json().getString("code");
    }

    /** What a program gets that knows a user's password. */
    private static JsonObject token(String client) {
        String form = "grant_type=password&username=grace&password=grace-secret&scope=openid&client_id=" + client;
        URI address = keycloak.endpoint("token");
        return ApiClient.anonymous()
                .send(HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .json();
    }
}
