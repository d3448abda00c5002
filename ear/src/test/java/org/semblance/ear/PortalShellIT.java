package org.semblance.ear;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The frame around all views in a real browser: first page, search, keys, sessions, health and the own account. */
@ArquillianTest
@RunAsClient
class PortalShellIT {
    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    private static final Pattern QR_CODE = Pattern.compile("^QR code");

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void have_something_to_see() {
        Workplace.furnish();
    }

    @ParameterizedTest
    @EnumSource
    void the_first_page_tells_how_it_stands(PortalLook look) {
        PortalPage portal = BROWSER.asAdministrator(look).open("");

        assertThat(portal.find(".tile").filter(new Locator.FilterOptions().setHasText("Enrolled faces")))
                .isVisible();
        assertThat(portal.find(".chart canvas")).isVisible();
        assertThat(portal.find(".dashboard-card").filter(new Locator.FilterOptions().setHasText("Storage")))
                .isVisible();
        assertThat(portal.page().evaluate("() => Object.keys(Chart.instances).length"))
                .isEqualTo(1);
        portal.fits().shoot("dashboard");
    }

    /** So that nobody adds a library without noticing what everybody's first visit costs; 540 kB now. */
    @Test
    void a_browser_loads_little_and_that_only_once() {
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("");
        assertThat(assets(portal, "encodedBodySize")).isBetween(100_000, 550_000);

        portal.open("");
        assertThat(assets(portal, "transferSize")).isZero();
    }

    /** How many bytes of scripts and styles the page shown needs, by the browser's own account. */
    private static int assets(PortalPage portal, String kind) {
        return (int) portal.page().evaluate("""
                kind => performance.getEntriesByType('resource')
                    .filter(loaded => !loaded.name.includes('v-r='))
                    .map(loaded => loaded[kind])
                    .reduce((sum, size) => sum + size, 0)""", kind);
    }

    @Test
    void a_member_sees_no_more_than_they_may() {
        PortalPage portal = BROWSER.withRole(PortalLook.LIGHT_WIDE, "auditor").open("");

        assertThat(portal.find("vaadin-side-nav-item").filter(new Locator.FilterOptions().setHasText("Jobs")))
                .isVisible();
        assertThat(portal.find("vaadin-side-nav-item")
                        .filter(new Locator.FilterOptions().setHasText("Search by photo")))
                .hasCount(0);
        portal.expectError("403").open("persons");
        assertThat(portal.page().getByText("Your roles do not include this page"))
                .isVisible();
    }

    @Test
    void somebody_is_found_by_keyboard_alone() {
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("jobs");
        String name = "Quirin Unmistakable";
        String lastWord = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        ApiClient.administrator()
                .post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(Workplace.GALLERY, name));

        portal.page().keyboard().press("Control+k");
        assertThat(portal.find(".quick input")).isFocused();
        portal.page().keyboard().type(lastWord);
        assertThat(portal.find(".quick-hit").first()).containsText(name);
        portal.shoot("quick-search");
        portal.page().keyboard().press("ArrowDown");
        assertThat(portal.find(".quick-hit").first()).isFocused();
        portal.page().keyboard().press("Enter");

        assertThat(portal.page()).hasURL(Pattern.compile(".*/persons/" + Workplace.GALLERY + "/[0-9]+"));
        assertThat(portal.find(".quick")).hasCount(0);
        assertThat(portal.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
    }

    @Test
    void the_question_mark_lists_the_keys_unless_somebody_writes() {
        PortalPage portal = BROWSER.asAdministrator(PortalLook.DARK_WIDE).open("persons/" + Workplace.GALLERY);

        portal.find("vaadin-text-field input").first().focus();
        portal.page().keyboard().press("?");
        assertThat(portal.page().getByText("Show this list")).hasCount(0);
        portal.page().keyboard().press("Escape");
        portal.find("h1").click();
        portal.page().keyboard().press("?");

        assertThat(portal.page().getByText("Show this list")).isVisible();
        portal.shoot("keyboard-shortcuts");
    }

    @Test
    void a_number_in_the_navigation_changes_in_all_browsers_at_once() {
        PortalPage one = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("galleries");
        PortalPage other = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("health");

        Locator badge = failedJobs(one);
        String before = badge.count() == 0 ? "nothing" : badge.getAttribute("aria-label");
        long run = MadeUpJobs.failed();

        assertThat(one.find("[aria-label='" + before + "']")).hasCount(0);
        assertThat(badge).isVisible();
        String said = badge.getAttribute("aria-label");
        assertThat(other.find("[aria-label='" + said + "']")).isVisible();
        ApiClient.administrator().post("/api/v1/jobs/" + run + "/abandon", "{}");
        assertThat(one.find("[aria-label='" + said + "']")).hasCount(0);
        assertThat(other.find("[aria-label='" + said + "']")).hasCount(0);
    }

    @Test
    void the_navigation_shows_where_one_is_however_long_it_is() {
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("audit");

        assertThat(portal.find("vaadin-side-nav-item[current]")).containsText("Audit log");
        assertThat(portal.find("vaadin-side-nav-item[current]")).isInViewport();
    }

    @Test
    void whoever_was_signed_out_comes_back_to_the_same_page() {
        TestUsers.Account account = TestUsers.account("security-operator");
        PortalPage portal = BROWSER.open(PortalLook.LIGHT_WIDE, Locale.GERMAN)
                .signIn(account.username(), account.password())
                .open("persons/" + Workplace.GALLERY + "?q=a");
        portal.expectError("403").expectError("401");
        ApiClient.administrator().delete("/api/v1/users/" + userId(account) + "/sessions");

        portal.find("vaadin-text-field input").first().fill("ab");
        Locator notice = portal.page().getByText("Ihre Sitzung ist beendet");
        assertThat(notice).isVisible();
        notice.click();
        assertThat(portal.page()).hasURL(Pattern.compile(".*/portal/login.*"));
        assertThat(portal.page().getByText("Melden Sie sich an und machen Sie weiter"))
                .isVisible();
        portal.find("input[name=username]").fill(account.username());
        portal.find("input[name=password]").fill(account.password());
        portal.find("input[name=password]").press("Enter");

        assertThat(portal.page()).hasURL(Pattern.compile(".*/persons/" + Workplace.GALLERY + "\\?q=ab?"));
    }

    @ParameterizedTest
    @EnumSource
    void health_and_account_are_for_everybody_to_use(PortalLook look) {
        PortalPage portal = BROWSER.asAdministrator(look).open("health");
        assertThat(portal.find(".check-card").filter(new Locator.FilterOptions().setHasText("The database answers")))
                .isVisible();
        portal.fits().shoot("health");

        portal.open("account");
        assertThat(portal.page().getByText("This one").first()).isVisible();
        portal.fits().shoot("account");
    }

    @ParameterizedTest
    @EnumSource
    void an_authenticator_app_is_given_its_key_by_a_picture(PortalLook look) {
        PortalPage portal = BROWSER.withRole(look, "auditor").open("account");

        portal.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set up"))
                .click();

        Locator code = portal.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(QR_CODE));
        assertThat(code.locator("svg path")).hasCount(2);
        assertThat(portal.find(".secret")).isVisible();
        portal.fits().shoot("account-authenticator");
    }

    private static Locator failedJobs(PortalPage portal) {
        return portal.find(".navigation-badge.badge-bad");
    }

    private static String userId(TestUsers.Account account) {
        return ApiClient.administrator()
                .get("/api/v1/users?q=" + account.username())
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }
}
