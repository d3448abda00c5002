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

    /**
     * Goes to a view as a click on a link does: milliseconds until there is something to read, which in a list is its
     * first row, and until nothing more is under way.
     */
    private static final String GO = """
            async (route) => {
              const views = () => [...document.querySelectorAll('vaadin-app-layout > [role=main]')];
              const before = views();
              const link = document.createElement('a');
              link.href = route;
              link.setAttribute('router-link', '');
              document.body.append(link);
              const begun = performance.now();
              link.click();
              link.remove();
              const busy = () => Object.values(window.Vaadin.Flow.clients)
                .some((client) => client.isActive && client.isActive());
              const row = (grid) => [...grid.shadowRoot.querySelectorAll('#items tr:not([hidden]) slot')]
                .some((slot) => slot.assignedNodes().some((cell) => cell.textContent.trim()));
              const isReadable = () => {
                const view = views().find((each) => !before.includes(each));
                if (!view || !view.innerText.trim()) {
                  return false;
                }
                const grids = [...view.querySelectorAll('vaadin-grid')].filter((grid) => grid.offsetParent);
                return grids.length === 0 || grids.some(row) || !busy();
              };
              const next = () => new Promise((then) => setTimeout(then, 2));
              while (before.some((view) => view.isConnected) || !isReadable()) {
                await next();
              }
              const first = performance.now() - begun;
              while (busy()) {
                await next();
              }
              return [first, performance.now() - begun];
            }
            """;

    /** Milliseconds until the first thing can be read, and until the last is there. */
    private record Took(double first, double all) {}

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
                "%-18s %10s %10s %10s %12s %12s %14s",
                "view", "first ms", "slowest", "all ms", "statements", "database ms", "slowest ms");
        for (PortalViews view : PortalViews.values()) {
            time(portal, view);
        }
    }

    private static void time(PortalPage portal, PortalViews view) {
        PortalViews from = view == PortalViews.ACCOUNT ? PortalViews.ROLES : PortalViews.ACCOUNT;
        List<Double> first = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        portal.open(view.route()).open(from.route());
        for (int i = 0; i < ROUNDS; i++) {
            Took took = go(portal, view);
            first.add(took.first());
            all.add(took.all());
            portal.settle();
            go(portal, from);
            portal.settle();
        }
        first.sort(null);
        all.sort(null);
        Map<String, StatementLog.Asked> asked = asked(portal, view);
        var slowest = asked.entrySet().stream()
                .max(Map.Entry.comparingByValue((one, other) -> Double.compare(one.millis(), other.millis())))
                .orElseThrow();
        print(
                "%-18s %10.0f %10.0f %10.0f %12d %12.1f %14.1f  %s",
                view.picture(),
                first.get(ROUNDS / 2),
                first.get(ROUNDS - 1),
                all.get(ROUNDS / 2),
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

    private static Took go(PortalPage portal, PortalViews view) {
        var took = (List<?>) portal.page().evaluate(GO, TestServer.get().url() + "/portal/" + view.route());
        return new Took(((Number) took.get(0)).doubleValue(), ((Number) took.get(1)).doubleValue());
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
