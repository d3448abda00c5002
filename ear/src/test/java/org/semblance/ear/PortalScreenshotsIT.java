package org.semblance.ear;

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
    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void have_something_to_see() {
        Workplace.furnish();
        Workplace.employ();
    }

    @ParameterizedTest
    @EnumSource
    void every_view_in_its_looks(PortalLook look) {
        BROWSER.open(look).open("login").picture("login");
        PortalPage portal = BROWSER.asAdministrator(look);

        for (PortalViews view : PortalViews.values()) {
            portal.open(view.route()).fits().picture(view.picture());
            if (look == PortalLook.LIGHT_WIDE) {
                portal.pictureForGuide(view.picture());
            }
        }
    }
}
