package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalSession;

/** What a run refused, item by item. */
final class JobFailuresDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final Grid<JobItemFailure> grid = new Grid<>();

    JobFailuresDialog(JobLauncher jobs, JobStatus job, SerializableRunnable onRetried) {
        setHeaderTitle(getTranslation("jobs.failures.heading", job.id().toString()));
        addClassName("failures-dialog");
        setWidth("44rem");
        setHeight("32rem");
        setResizable(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setPageSize(KeysetPages.SIZE);
        grid.addComponentColumn(this::row).setHeader(getTranslation("jobs.refused"));
        var pages = new KeysetPages<JobItemFailure>((after, limit) -> jobs.failures(job.id(), after, limit));
        grid.setItems(query -> pages.rows(query.getOffset(), query.getLimit()));
        grid.getLazyDataView().setItemCountEstimate(KeysetPages.SIZE);
        grid.setSizeFull();
        add(grid);
        if (PortalSession.permits(Permissions.JOB_MANAGE) && job.state().isFinal() && retriesItems(jobs, job)) {
            var retry = new Button(getTranslation("jobs.retry"), event -> {
                Notice.success(getTranslation(
                        "jobs.started", jobs.retryFailures(job.id()).toString()));
                onRetried.run();
                close();
            });
            retry.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().add(retry);
        }
        getFooter().add(new Button(getTranslation("action.close"), event -> close()));
    }

    private static boolean retriesItems(JobLauncher jobs, JobStatus job) {
        return jobs.kinds().stream().anyMatch(kind -> kind.job().equals(job.job()) && kind.retriesItems());
    }

    private Component row(JobItemFailure failure) {
        var reason = new Span(reason(failure));
        reason.addClassName("secondary");
        var row = new Div(new Span(failure.item()), reason);
        row.addClassName("failure-row");
        return row;
    }

    private String reason(JobItemFailure failure) {
        String key = "problem." + failure.reason();
        String reason = getTranslation(key);
        return reason.equals(key) ? failure.message() : reason;
    }
}
