package org.semblance.ear;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Users, roles, keys, webhooks, audit log and privacy in a real browser, as administrators use them. */
@ArquillianTest
@RunAsClient
class PortalAdministrationIT {
    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @ParameterizedTest
    @EnumSource
    void every_view_fits_and_everybody_can_use_it(PortalLook look) {
        long person = person("portal-admin-looks");
        PortalPage portal = BROWSER.asAdministrator(look);

        portal.open("users").fits().shoot("users");
        portal.open("roles").fits().shoot("roles");
        portal.open("api-keys").fits().shoot("api-keys");
        portal.open("webhooks").fits().shoot("webhooks");
        portal.open("audit").fits().shoot("audit");
        portal.open("privacy").fits().shoot("privacy");
        portal.open("privacy/" + person).fits().shoot("privacy-person");
    }

    @Test
    void somebody_who_is_invited_signs_in_with_the_one_time_password_and_chooses_their_own() {
        String name = "it-invited-" + UUID.randomUUID();
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("users");

        button(portal, "Invite user").click();
        field(portal, "User name").fill(name);
        portal.find("vaadin-dialog-overlay")
                .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("Inga Vited");
        button(portal, "Invite").last().click();
        String password = field(portal, "One-time password").inputValue();
        portal.shoot("user-one-time-password");
        button(portal, "I have kept it").click();
        assertThat(portal.find("h1")).hasText("Inga Vited");
        portal.fits().shoot("user");

        PortalPage invited = BROWSER.open(PortalLook.LIGHT_WIDE).tryToSignIn(name, password);
        assertThat(invited.page().getByText("Choose a new password")).isVisible();
    }

    @Test
    void an_entry_of_the_audit_log_opens_and_the_trail_is_verified() {
        person("portal-admin-audit");
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("audit?action=person.created");

        portal.page().getByText("person.created").first().click();
        assertThat(portal.find(".audit-panel")).isVisible();
        portal.fits().shoot("audit-entry");
        button(portal, "Verify").click();
        assertThat(portal.find(".trail-check .badge-good")).isVisible();
    }

    @Test
    void a_key_is_made_shown_once_and_revoked() {
        String name = "it-key-" + UUID.randomUUID();
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("api-keys");

        button(portal, "Create key").first().click();
        portal.find("vaadin-dialog-overlay")
                .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill(name);
        portal.page().getByLabel("See which galleries there are").check();
        portal.shoot("api-key-create");
        button(portal, "Create").last().click();
        String key = field(portal, "API key").inputValue();
        button(portal, "I have kept it").click();
        assertThat(ApiClient.withKey(key).get("/api/v1/galleries").status()).isEqualTo(200);
        button(portal, "Revoke the key " + name).click();
        button(portal, "Revoke").last().click();

        assertThat(portal.page().getByText("has been revoked")).isVisible();
        assertThat(ApiClient.withKey(key).get("/api/v1/galleries").status()).isEqualTo(401);
    }

    @Test
    void a_person_is_erased_and_the_signed_report_can_be_fetched() {
        long person = person("portal-admin-erasure");
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("privacy/" + person);

        button(portal, "Erase for good").click();
        field(portal, "Type " + person + " to confirm").fill(Long.toString(person));
        button(portal, "Erase for good").last().click();

        assertThat(portal.find(".badge-good")).hasText("Done");
        portal.fits().shoot("erasure");
        assertThat(ApiClient.administrator().get("/api/v1/persons/" + person).status())
                .isEqualTo(404);
    }

    @Test
    void who_may_not_administrate_sees_nothing_of_it() {
        PortalPage portal = BROWSER.withRole(PortalLook.LIGHT_WIDE, "enroller").open("jobs");

        assertThat(portal.find("vaadin-side-nav-item[path=jobs]")).isVisible();
        assertThat(portal.find("vaadin-side-nav-item[path=audit]")).hasCount(0);
        assertThat(portal.find("vaadin-side-nav-item[path=users]")).hasCount(0);
        portal.open("users");
        assertThat(portal.page().getByText("Not permitted").first()).isVisible();
    }

    private static Locator button(PortalPage portal, String name) {
        return portal.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(PortalPage portal, String label) {
        return portal.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static long person(String gallery) {
        ApiClient admin = ApiClient.administrator();
        admin.post("/api/v1/galleries", "{\"name\": \"%s\", \"title\": \"Administration\"}".formatted(gallery));
        return admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"Petra Private\"}".formatted(gallery))
                .json()
                .getJsonNumber("id")
                .longValue();
    }
}
