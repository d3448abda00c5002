package org.semblance.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long every view takes until it shows something, with 100,000 persons and 1,000,000 events, and what it asks of the
 * database. Runs when asked for: {@code ./semblance bench portal}. It measures and judges nothing.
 */
@ArquillianTest
@RunAsClient
@EnabledIfSystemProperty(named = "semblance.sizes", matches = "true")
class PortalSizeIT {
    private static final int ROUNDS = 7;

    /** Goes to a view as a click on a link does; milliseconds until it is there and nothing more is under way. */
    private static final String GO = """
            async (route) => {
              const before = [...document.querySelectorAll('vaadin-app-layout > [role=main]')];
              const link = document.createElement('a');
              link.href = route;
              link.setAttribute('router-link', '');
              document.body.append(link);
              const begun = performance.now();
              link.click();
              link.remove();
              const busy = () => Object.values(window.Vaadin.Flow.clients)
                .some((client) => client.isActive && client.isActive());
              while (before.some((view) => view.isConnected) || busy()) {
                await new Promise((next) => setTimeout(next, 2));
              }
              return performance.now() - begun;
            }
            """;

    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @Test
    void every_view_with_very_many_rows() {
        Crowd.gather();
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE);
        print(
                "%-18s %10s %10s %12s %12s %14s",
                "view", "median ms", "slowest ms", "statements", "database ms", "slowest ms");
        for (PortalViews view : PortalViews.values()) {
            time(portal, view);
        }
    }

    private static void time(PortalPage portal, PortalViews view) {
        PortalViews from = view == PortalViews.ACCOUNT ? PortalViews.ROLES : PortalViews.ACCOUNT;
        List<Double> millis = new ArrayList<>();
        portal.open(view.route()).open(from.route());
        for (int i = 0; i < ROUNDS; i++) {
            millis.add(go(portal, view));
            portal.settle();
            go(portal, from);
            portal.settle();
        }
        millis.sort(null);
        Map<String, StatementLog.Asked> asked = asked(portal, view);
        var slowest = asked.entrySet().stream()
                .max(Map.Entry.comparingByValue((one, other) -> Double.compare(one.millis(), other.millis())))
                .orElseThrow();
        print(
                "%-18s %10.0f %10.0f %12d %12.1f %14.1f  %s",
                view.picture(),
                millis.get(ROUNDS / 2),
                millis.get(ROUNDS - 1),
                asked.values().stream().mapToInt(StatementLog.Asked::times).sum(),
                asked.values().stream().mapToDouble(StatementLog.Asked::millis).sum(),
                slowest.getValue().millis(),
                start(slowest.getKey()));
    }

    private static Map<String, StatementLog.Asked> asked(PortalPage portal, PortalViews view) {
        try (var log = new StatementLog(TestServer.get().database())) {
            go(portal, view);
            portal.settle();
            return log.since();
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(110, text.length()));
    }

    private static double go(PortalPage portal, PortalViews view) {
        Object took = portal.page().evaluate(GO, TestServer.get().url() + "/portal/" + view.route());
        return ((Number) took).doubleValue();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
