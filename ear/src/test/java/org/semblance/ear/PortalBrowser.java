package org.semblance.ear;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium for the tests of the portal: a static {@code @RegisterExtension} of a test class. One browser serves the
 * class, every window is one of a browser that knows nothing yet. After each test all windows are closed; the test fails
 * when one of them has reported an error that nobody expected. A test that failed leaves a picture of every window.
 */
final class PortalBrowser implements AfterEachCallback, AfterAllCallback {
    private final List<PortalPage> pages = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /** A window in which nobody has signed in. */
    PortalPage open(PortalLook look) {
        return open(look, Locale.ENGLISH);
    }

    PortalPage open(PortalLook look, Locale language) {
        var page = new PortalPage(browser().newContext(look.options(language)).newPage(), look);
        pages.add(page);
        return page;
    }

    /** A window in which the first administrator has signed in. */
    PortalPage asAdministrator(PortalLook look) {
        ApiClient.administrator();
        return open(look).signIn("admin", ApiClient.PASSWORD);
    }

    /** A window in which somebody new with that role has signed in. */
    PortalPage withRole(PortalLook look, String role) {
        TestUsers.Account account = TestUsers.account(role);
        return open(look).signIn(account.username(), account.password());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        var errors = new ArrayList<String>();
        for (int i = 0; i < pages.size(); i++) {
            PortalPage page = pages.get(i);
            if (failed) {
                page.picture(context.getRequiredTestMethod().getName() + "-failed-" + i);
            }
            errors.addAll(page.errors());
            page.close();
        }
        pages.clear();
        if (!failed && !errors.isEmpty()) {
            throw new AssertionError("The browser reported:\n" + String.join("\n", errors));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
        playwright = null;
        browser = null;
    }

    private Browser browser() {
        if (browser == null) {
            playwright = playwright();
            browser = launch(playwright);
        }
        return browser;
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** This machine's own Chromium, with a made-up camera. */
    static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream")));
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The browser tests need Chromium: apt-get install chromium"));
    }
}
