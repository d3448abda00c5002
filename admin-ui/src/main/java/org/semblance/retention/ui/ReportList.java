package org.semblance.retention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.retention.PurgeLine;
import org.semblance.retention.PurgeReport;
import org.semblance.retention.RetentionService;

/** What the last purges removed, the latest first. */
final class ReportList extends Div {
    private static final int AT_A_TIME = 10;
    private static final long serialVersionUID = 1L;

    private final transient RetentionService retention;
    private final Div list = new Div();

    ReportList(RetentionService retention) {
        this.retention = retention;
        addClassName("report-list");
        list.addClassName("job-list");
        add(list);
        append(0);
        if (list.getComponentCount() == 0) {
            add(new EmptyState(
                    PortalIcon.RETENTION,
                    getTranslation("retention.no-reports"),
                    getTranslation("retention.no-reports.text")));
        }
    }

    private void append(long before) {
        var page = retention.reports(before, AT_A_TIME);
        page.items().forEach(report -> list.add(card(report)));
        page.next().ifPresent(next -> {
            var more = new Button(getTranslation("action.more"), event -> {
                remove(event.getSource());
                append(next);
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(more);
        });
    }

    private Component card(PurgeReport report) {
        long rows = report.lines().stream().mapToLong(PurgeLine::rows).sum();
        long bytes = report.lines().stream().mapToLong(PurgeLine::bytes).sum();
        boolean isTroubled = report.lines().stream().anyMatch(line -> line.problem() != null);
        var summary = new Div(
                new Span(LocalFormat.format(report.startedAt())),
                new Span(getTranslation(
                        report.isDryRun() ? "retention.report.dry" : "retention.report",
                        LocalFormat.format(rows),
                        LocalFormat.bytes(bytes))));
        summary.addClassName("report-summary");
        if (isTroubled) {
            summary.add(new Badge(Badge.Tone.BAD, getTranslation("retention.report.problem")));
        }
        var details = new Details(summary, lines(report));
        details.addClassNames("card", "report");
        return details;
    }

    private Component lines(PurgeReport report) {
        var facts = new Facts();
        report.lines().stream()
                .filter(line -> line.rows() > 0 || line.held() > 0 || line.remaining() > 0 || line.problem() != null)
                .forEach(line -> facts.fact(Periods.kind(line.kind(), line.kind()), told(line)));
        if (facts.getChildren().findAny().isEmpty()) {
            return new Span(getTranslation("retention.report.nothing"));
        }
        return facts;
    }

    private String told(PurgeLine line) {
        String text = getTranslation(
                "retention.report.line",
                LocalFormat.format(line.rows()),
                LocalFormat.bytes(line.bytes()),
                line.held(),
                line.remaining());
        return line.problem() == null ? text : text + " · " + line.problem();
    }
}
