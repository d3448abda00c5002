package org.semblance.jobs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.semblance.jobs.JobEvent;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.ui.LocalFormat;

/** What happened to a run, the first first. */
final class JobLog extends Div {
    private static final int AT_A_TIME = 50;
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    final OrderedList lines = new OrderedList();

    JobLog(JobLauncher jobs) {
        this.jobs = jobs;
        addClassNames("card", "job-log");
        lines.addClassName("plain-list");
    }

    void show(JobRunId run) {
        removeAll();
        lines.removeAll();
        add(new H2(getTranslation("jobs.log")), lines);
        append(run, 0);
        setVisible(lines.getChildren().findAny().isPresent());
    }

    private void append(JobRunId run, long after) {
        var page = jobs.events(run, after, AT_A_TIME);
        page.items().forEach(event -> lines.add(line(event)));
        page.next().ifPresent(next -> {
            var more = new Button(getTranslation("action.more"), event -> {
                remove(event.getSource());
                append(run, next);
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(more);
        });
    }

    private static ListItem line(JobEvent event) {
        var time = new Span(LocalFormat.format(event.at()));
        time.addClassName("secondary");
        return new ListItem(time, new Span(event.text()));
    }
}
