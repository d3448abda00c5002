package org.semblance.ear;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The portal in a real browser, as an administrator uses it. */
@ArquillianTest
@RunAsClient
class PortalIT {
    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @Test
    void nobody_sees_a_view_before_signing_in() {
        PortalPage portal = BROWSER.open(PortalLook.LIGHT_WIDE).open("persons");

        assertThat(portal.page()).hasURL(TestServer.get().url() + "/portal/login");
        portal.shoot("login");
    }

    @Test
    void a_wrong_password_is_refused_with_a_message() {
        ApiClient.administrator();
        PortalPage portal = BROWSER.open(PortalLook.LIGHT_WIDE);

        portal.tryToSignIn("admin", "not the password");

        assertThat(portal.page().getByRole(AriaRole.ALERT).first()).isVisible();
        assertThat(portal.page()).hasURL(TestServer.get().url() + "/portal/login");
    }

    @Test
    void an_administrator_drops_a_group_picture_and_sees_the_known_person_named() {
        String known = DemoPeople.inGroup(3).get(0);
        enroll("portal-search", known);
        for (PortalLook look : PortalLook.values()) {
            PortalPage portal = BROWSER.asAdministrator(look).open("search/portal-search");

            portal.find("input[type=file]")
                    .first()
                    .setInputFiles(TestServer.demo().resolve("groups/group-3.jpg"));

            assertThat(portal.find(".face-box")).hasCount(6);
            Locator matched = portal.find(".face-matched.face-box");
            assertThat(matched).hasCount(1);
            assertThat(matched).containsText(known.replace('_', ' '));
            portal.fits().shoot("search-by-photo");
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
}
