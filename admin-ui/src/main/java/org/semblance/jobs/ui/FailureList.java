package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SignInService;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** What a run refused, item by item, and the way to do just that again. */
final class FailureList extends Div {
    private static final int FEW = 10;
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    final Grid<JobItemFailure> grid = new Grid<>();
    final Button retry = new Button(getTranslation("jobs.retry"), PortalIcon.RESTART.create());
    private transient @Nullable JobRunId shown;

    FailureList(JobLauncher jobs, SignInService signIns) {
        this.jobs = jobs;
        addClassNames("card", "failure-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setPageSize(KeysetPages.SIZE);
        grid.addComponentColumn(this::row).setHeader(getTranslation("jobs.refused"));
        retry.addClickListener(event -> PasswordAgain.before(signIns, this::retry));
        var header = new Div(new H2(getTranslation("jobs.failures.heading")), retry);
        header.addClassName("card-header");
        add(header, grid);
    }

    /** Shows what a run refused; nothing is to be seen while it is nothing. */
    void show(JobStatus job) {
        shown = job.id();
        setVisible(job.progress().failed() > 0);
        if (!isVisible()) {
            return;
        }
        retry.setVisible(
                PortalSession.permits(Permissions.JOB_MANAGE) && job.state().isFinal() && isRetried(job.job()));
        var pages = new KeysetPages<JobItemFailure>((after, limit) -> jobs.failures(job.id(), after, limit));
        grid.setAllRowsVisible(job.progress().failed() <= FEW);
        pages.fill(grid);
    }

    private boolean isRetried(String job) {
        return jobs.kinds().stream().anyMatch(kind -> kind.job().equals(job) && kind.retriesItems());
    }

    private void retry() {
        if (shown == null) {
            throw new IllegalStateException("No run is shown");
        }
        JobRunId again = jobs.retryFailures(shown);
        Notice.success(getTranslation("jobs.started", again.toString()));
        JobView.open(again);
    }

    private Component row(JobItemFailure failure) {
        var reason = new Span(JobTexts.reason(failure.reason(), failure.message()));
        reason.addClassName("secondary");
        var row = new Div(new Span(failure.item()), reason);
        row.addClassName("failure-row");
        return row;
    }
}
