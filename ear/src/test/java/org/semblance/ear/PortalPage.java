package org.semblance.ear;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** One window with the portal in it. What the tests of all views do with it is here; the rest is Playwright's own. */
final class PortalPage {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int GUIDE_QUALITY = 70;

    /** What a browser says when somebody goes on before the page has settled. */
    private static final List<String> HARMLESS = List.of("WebSocket is closed before the connection is established");

    /** Until neither a request of Vaadin's client nor a picture is under way. */
    private static final String SETTLED = """
            () => document.fonts.status === 'loaded'
              && [...document.images].every((image) => image.complete || image.loading === 'lazy')
              && !!(window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients)
              && Object.values(window.Vaadin.Flow.clients).every((client) => !client.isActive || !client.isActive())
            """;

    /** The bar that Vaadin fades out for a while after it has loaded something. */
    private static final String WITHOUT_BAR = "vaadin-connection-indicator { display: none; }";

    private final Page page;
    private final PortalLook look;
    private final List<String> errors = new ArrayList<>();
    private final List<String> expected = new ArrayList<>(HARMLESS);

    PortalPage(Page page, PortalLook look) {
        this.page = page;
        this.look = look;
        page.setDefaultTimeout(TIMEOUT_MILLIS);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " (" + message.location() + ")");
            }
        });
    }

    /** Playwright's own window. */
    Page page() {
        return page;
    }

    /** Something on the page, by a CSS selector that sees through shadow roots. */
    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Opens a view by its address within the portal, as a link from elsewhere would. */
    PortalPage open(String route) {
        page.navigate(TestServer.get().url() + "/portal/" + route);
        return settle();
    }

    /** Fills in the sign-in form and sends it; says nothing about what comes of it. */
    PortalPage tryToSignIn(String username, String password) {
        open("login");
        find("input[name=username]").fill(username);
        find("input[name=password]").fill(password);
        find("input[name=password]").press("Enter");
        return this;
    }

    PortalPage signIn(String username, String password) {
        tryToSignIn(username, password);
        page.waitForURL(url -> !url.contains("/login"));
        return settle();
    }

    /** Waits until nothing moves any more. */
    PortalPage settle() {
        page.waitForFunction(SETTLED);
        return this;
    }

    /** Says that the browser will report an error with that text, and is right to. */
    PortalPage expectError(String text) {
        expected.add(text);
        return this;
    }

    /** What the browser has reported and nobody expected. */
    List<String> errors() {
        return errors.stream()
                .filter(error -> expected.stream().noneMatch(error::contains))
                .toList();
    }

    /** Takes the picture {@code target/screenshots/<view>-<theme>-<width>.png}, and fails where not everybody can use the page. */
    PortalPage shoot(String view) {
        settle();
        picture(view);
        assertThat(Accessibility.violations(page))
                .as("What keeps people from using %s", view)
                .isEmpty();
        return this;
    }

    /** Takes a picture, whatever the page is like. */
    void picture(String view) {
        page.screenshot(new Page.ScreenshotOptions()
                .setStyle(WITHOUT_BAR)
                .setPath(TestServer.target().resolve("screenshots").resolve(look.fileName(view))));
    }

    /** Takes the picture of a view for the user guide. */
    void pictureForGuide(String view) {
        page.screenshot(new Page.ScreenshotOptions()
                .setStyle(WITHOUT_BAR)
                .setType(ScreenshotType.JPEG)
                .setQuality(GUIDE_QUALITY)
                .setPath(Path.of(System.getProperty("semblance.guide.pictures"), view + ".jpg")));
    }

    /** Says that no more is to be seen of the page than its width: nothing sticks out to the side. */
    PortalPage fits() {
        Object overhang =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overhang)
                .as("Pixels that stick out to the side of %s", page.url())
                .isEqualTo(0);
        return this;
    }

    void close() {
        page.context().close();
    }
}
