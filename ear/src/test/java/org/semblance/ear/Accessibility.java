package org.semblance.ear;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static java.util.Objects.requireNonNull;

/** Asks axe-core whether everybody can use a page: WCAG 2.2, levels A and AA. */
final class Accessibility {
    private static final String SCRIPT = script();

    private static final String SERIOUS = """
            async () => {
              // The cells of a grid can be walked through by keyboard; what is clicked lies within, and is looked at.
              const isCell = (rule, node) => rule.id === 'target-size' && node.html.startsWith('<td id="vaadin-grid-cell');
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return found.violations
                .filter((rule) => rule.impact === 'serious' || rule.impact === 'critical')
                .flatMap((rule) => rule.nodes.filter((node) => !isCell(rule, node)).map((node) =>
                  rule.id + ': ' + node.target.flat().join(' ') + '\\n  ' + node.html.slice(0, 300) + '\\n  ' + node.failureSummary));
            }
            """;

    private Accessibility() {}

    /** What keeps people from using the page, seriously or altogether; empty when nothing does. */
    static List<?> violations(Page page) {
        page.evaluate(SCRIPT);
        return (List<?>) page.evaluate(SERIOUS);
    }

    private static String script() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
