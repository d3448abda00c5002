package org.semblance.ear;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
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
    /** Passes through all views, so that what disturbs for a while does not fall on one of them. */
    private static final int ROUNDS = 7;

    private static final Duration REST = Duration.ofMinutes(1);
    private static final int MOST_AT_REST = 10;

    /**
     * Goes to a view as a click on a link does: milliseconds until there is something to read, which in a list is its
     * first row, those of them that the server took to answer, and until nothing more is under way.
     */
    private static final String GO = """
            async (route) => {
              const views = () => [...document.querySelectorAll('vaadin-app-layout > [role=main]')];
              const before = views();
              const link = document.createElement('a');
              link.href = route;
              link.setAttribute('router-link', '');
              document.body.append(link);
              performance.clearResourceTimings();
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
              const answers = performance.getEntriesByType('resource').filter((each) => each.name.includes('v-r=uidl'));
              const waited = answers.reduce((sum, each) => sum + each.responseEnd - each.requestStart, 0);
              while (busy()) {
                await next();
              }
              return [first, waited, performance.now() - begun];
            }
            """;

    /** Milliseconds until the first thing can be read, of which the server took some, and until the last is there. */
    private record Took(double first, double server, double all) {}

    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @Test
    void every_view_with_very_many_rows() throws InterruptedException {
        Crowd.gather();
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE);
        Map<PortalViews, List<Took>> took = new EnumMap<>(PortalViews.class);
        portal.open(PortalViews.ACCOUNT.route());
        for (int i = 0; i < ROUNDS; i++) {
            for (PortalViews view : PortalViews.values()) {
                took.computeIfAbsent(view, any -> new ArrayList<>()).add(visit(portal, view));
            }
        }
        print(
                "%-18s %10s %10s %10s %10s %12s %12s %14s",
                "view", "first ms", "slowest", "server ms", "all ms", "statements", "database ms", "slowest ms");
        took.forEach((view, each) -> print(view, each, asked(portal, view)));
        try (var log = new StatementLog(TestServer.get().database())) {
            Thread.sleep(REST.toMillis());
            print("In %d seconds with one page open that nobody touches", REST.toSeconds());
            log.since().entrySet().stream()
                    .sorted((one, other) -> Double.compare(
                            other.getValue().millis(), one.getValue().millis()))
                    .limit(MOST_AT_REST)
                    .forEach(each -> print(
                            "%6d times %8.1f ms  %s",
                            each.getValue().times(), each.getValue().millis(), start(each.getKey())));
        }
    }

    private static void print(PortalViews view, List<Took> took, Map<String, StatementLog.Asked> asked) {
        double[] first = took.stream().mapToDouble(Took::first).sorted().toArray();
        double[] server = took.stream().mapToDouble(Took::server).sorted().toArray();
        double[] all = took.stream().mapToDouble(Took::all).sorted().toArray();
        var slowest = asked.entrySet().stream()
                .max(Map.Entry.comparingByValue((one, other) -> Double.compare(one.millis(), other.millis())))
                .orElseThrow();
        print(
                "%-18s %10.0f %10.0f %10.0f %10.0f %12d %12.1f %14.1f  %s",
                view.picture(),
                first[ROUNDS / 2],
                first[ROUNDS - 1],
                server[ROUNDS / 2],
                all[ROUNDS / 2],
                asked.values().stream().mapToInt(StatementLog.Asked::times).sum(),
                asked.values().stream().mapToDouble(StatementLog.Asked::millis).sum(),
                slowest.getValue().millis(),
                start(slowest.getKey()));
    }

    private static Took visit(PortalPage portal, PortalViews view) {
        leave(portal, view);
        return go(portal, view);
    }

    /** Some views share what shows them, so that one does not see when one goes from one to the other. */
    private static void leave(PortalPage portal, PortalViews view) {
        PortalViews between = view == PortalViews.ACCOUNT ? PortalViews.ROLES : PortalViews.ACCOUNT;
        if (!portal.page().url().endsWith("/" + between.route())) {
            go(portal, between);
        }
    }

    private static Map<String, StatementLog.Asked> asked(PortalPage portal, PortalViews view) {
        leave(portal, view);
        try (var log = new StatementLog(TestServer.get().database())) {
            go(portal, view);
            return log.since();
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(110, text.length()));
    }

    private static Took go(PortalPage portal, PortalViews view) {
        var took = (List<?>) portal.page().evaluate(GO, TestServer.get().url() + "/portal/" + view.route());
        portal.settle();
        return new Took(number(took.get(0)), number(took.get(1)), number(took.get(2)));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
