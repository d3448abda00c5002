package org.semblance.ear;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No view asks the database once for each row that it shows. */
@ArquillianTest
@RunAsClient
class PortalStatementsIT {
    /** What the frame and the view need, with whatever the server does beside them meanwhile. */
    private static final int MOST = 80;

    /** Several parts of a page may ask the same; {@link Workplace} has more rows than that in every list. */
    private static final int MOST_OF_A_KIND = 5;

    private static final List<String> NOT_A_QUESTION =
            List.of("BEGIN", "COMMIT", "ROLLBACK", "SHOW", "SET ", "SELECT 1");

    /** Whose request it is: asked with every request, so that a session that was ended has ended at once. */
    private static final String WHOSE_REQUEST = "JOIN user_session AS s ON s.user_id = u.id";

    /** Nodes look for work whenever they hear of some, whoever looks at what meanwhile. */
    private static final List<String> OF_THE_QUEUE = List.of(
            "SELECT pg_advisory_xact_lock(hashtext('job_queue'))",
            "UPDATE semblance.job_run AS run SET state = 'running'");

    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @Test
    void no_view_asks_for_each_row() {
        Workplace.furnish();
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE);
        var softly = new SoftAssertions();
        try (var log = new StatementLog(TestServer.get().database())) {
            for (PortalViews view : PortalViews.values()) {
                portal.open(view.route());
                Asked asked = open(view, portal, log);
                // a page that heard of news meanwhile has asked twice; who asks for each row does so every time
                check(view, asked.isModest() ? asked : open(view, portal, log), softly);
            }
        }
        softly.assertAll();
    }

    private record Asked(Map<String, StatementLog.Asked> statements) {
        private List<String> repeated() {
            return statements.entrySet().stream()
                    .filter(statement -> statement.getValue().times() > MOST_OF_A_KIND)
                    .map(statement -> statement.getValue().times() + " times " + statement.getKey())
                    .toList();
        }

        private int all() {
            return statements.values().stream()
                    .mapToInt(StatementLog.Asked::times)
                    .sum();
        }

        private boolean isModest() {
            return repeated().isEmpty() && all() <= MOST;
        }
    }

    private static Asked open(PortalViews view, PortalPage portal, StatementLog log) {
        log.since();
        portal.open(view.route());
        return new Asked(questions(log));
    }

    private static void check(PortalViews view, Asked asked, SoftAssertions softly) {
        softly.assertThat(asked.repeated())
                .as("What %s asks again and again", view)
                .isEmpty();
        softly.assertThat(asked.all())
                .as("Statements of %s: %s", view, asked.statements().keySet())
                .isLessThanOrEqualTo(MOST);
    }

    private static Map<String, StatementLog.Asked> questions(StatementLog log) {
        return log.since().entrySet().stream()
                .filter(statement -> !statement.getKey().contains(WHOSE_REQUEST))
                .filter(statement -> OF_THE_QUEUE.stream().noneMatch(statement.getKey()::startsWith))
                .filter(statement -> NOT_A_QUESTION.stream().noneMatch(statement.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
