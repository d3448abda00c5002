package org.semblance.ear;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The portal in a real browser, as an administrator uses it. */
@ArquillianTest
@RunAsClient
class PortalIT {
    private Playwright playwright;
    private Browser browser;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void open_a_browser() {
        ApiClient.administrator();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterEach
    void close_the_browser() {
        browser.close();
        playwright.close();
    }

    @Test
    void nobody_sees_a_view_before_signing_in() {
        Page page = page(ColorScheme.LIGHT);

        page.navigate(TestServer.get().url() + "/portal/persons");

        assertThat(page).hasURL(TestServer.get().url() + "/portal/login");
    }

    @Test
    void a_wrong_password_is_refused_with_a_message() {
        Page page = page(ColorScheme.LIGHT);

        signIn(page, "not the password");

        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        assertThat(page).hasURL(TestServer.get().url() + "/portal/login");
    }

    @Test
    void an_administrator_drops_a_group_picture_and_sees_the_known_person_named() {
        String known = DemoPeople.inGroup(3).get(0);
        enroll("portal-search", known);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = page(scheme);
            signIn(page, ApiClient.PASSWORD);
            page.waitForURL(url -> !url.contains("/login"));

            page.navigate(TestServer.get().url() + "/portal/search/portal-search");
            page.locator("input[type=file]")
                    .first()
                    .setInputFiles(TestServer.demo().resolve("groups/group-3.jpg"));

            Locator boxes = page.locator(".face-box");
            assertThat(boxes).hasCount(6);
            assertThat(page.locator(".face-matched.face-box")).hasCount(1);
            assertThat(page.locator(".face-matched.face-box")).containsText(known.replace('_', ' '));
            screenshot(page, "search-by-photo-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            page.context().close();
        }
    }

    private static void enroll(String gallery, String name) {
        ApiClient admin = ApiClient.administrator();
        admin.post(
                "/api/v1/galleries",
                "{\"name\": \"%s\", \"title\": \"Staff\", \"threshold\": 0.55}".formatted(gallery));
        long person = admin.post(
                        "/api/v1/persons",
                        "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name.replace('_', ' ')))
                .json()
                .getJsonNumber("id")
                .longValue();
        admin.upload("/api/v1/persons/" + person + "/faces", DemoPeople.picture(name, 1), Map.of());
    }

    private Page page(ColorScheme scheme) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(1440, 900)
                        .setLocale("en"))
                .newPage();
        page.setDefaultTimeout(60_000);
        return page;
    }

    private static void signIn(Page page, String password) {
        page.navigate(TestServer.get().url() + "/portal/");
        page.locator("vaadin-text-field input").first().fill("admin");
        page.locator("vaadin-password-field input").first().fill(password);
        page.locator("vaadin-password-field input").first().press("Enter");
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(TestServer.target().resolve("screenshots/" + name + ".png")));
    }

    static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The browser tests need Chromium: apt-get install chromium"));
    }
}
