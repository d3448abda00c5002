package org.semblance.ear;

import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes a picture of every view, by day and by night, at a desk and on a telephone, and those of the user guide. Runs
 * when asked for: {@code ./semblance test --screenshots}.
 */
@ArquillianTest
@RunAsClient
@EnabledIfSystemProperty(named = "semblance.screenshots", matches = "true")
class PortalScreenshotsIT {
    /** Every view with something to see. A new view is added here, and has its picture in the guide from then on. */
    private static final List<View> VIEWS = List.of(
            new View("dashboard", ""),
            new View("search", "search/" + Workplace.GALLERY),
            new View("galleries", "galleries"),
            new View("persons", "persons/" + Workplace.GALLERY),
            new View("unknown-faces", "unknown-faces"),
            new View("recognitions", "events"),
            new View("cameras", "cameras"),
            new View("camera", "cameras/" + Workplace.CAMERA),
            new View("camera-events", "camera-events"),
            new View("doors", "access/doors"),
            new View("rules", "access/rules"),
            new View("calendars", "access/calendars"),
            new View("passers", "passers"),
            new View("jobs", "jobs"),
            new View("schedules", "schedules"),
            new View("files", "files"),
            new View("retention", "retention"),
            new View("models", "models"),
            new View("proposals", "proposals/" + Workplace.GALLERY),
            new View("deleted-persons", "deleted-persons/" + Workplace.GALLERY),
            new View("health", "health"),
            new View("users", "users"),
            new View("roles", "roles"),
            new View("api-keys", "api-keys"),
            new View("webhooks", "webhooks"),
            new View("audit", "audit"),
            new View("privacy", "privacy"),
            new View("legal-holds", "legal-holds"),
            new View("account", "account"));

    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

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
    void every_view_in_its_looks(PortalLook look) {
        BROWSER.open(look).open("login").picture("login");
        PortalPage portal = BROWSER.asAdministrator(look);

        for (View view : VIEWS) {
            portal.open(view.route()).fits().picture(view.name());
            if (look == PortalLook.LIGHT_WIDE) {
                portal.pictureForGuide(view.name());
            }
        }
    }

    private record View(String name, String route) {}
}
