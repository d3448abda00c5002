package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.progressbar.ProgressBarVariant;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SignInService;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobProgress;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** One run of a job: how far it is, and what can be done to it now. */
final class JobCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final transient SignInService signIns;
    private final SerializableConsumer<JobStatus> onChanged;
    final Button stop = new Button(getTranslation("jobs.stop"), PortalIcon.STOP.create());
    final Button restart = new Button(getTranslation("jobs.restart"), PortalIcon.RESTART.create());
    final Button abandon = new Button(getTranslation("jobs.abandon"));
    final Button failures = new Button();
    final ProgressBar progress = new ProgressBar();
    final Span counts = new Span();
    private final Div header = new Div();
    private final Div message = new Div();
    private transient @Nullable JobStatus shown;
    private boolean isAlone;

    JobCard(JobLauncher jobs, SignInService signIns, SerializableConsumer<JobStatus> onChanged) {
        this.jobs = jobs;
        this.signIns = signIns;
        this.onChanged = onChanged;
        addClassNames("card", "job-card");
        header.addClassName("card-header");
        message.addClassName("job-message");
        stop.addClickListener(event -> act(this.jobs::stop));
        restart.addClickListener(event -> act(this.jobs::restart));
        abandon.addClickListener(event -> Confirmation.ask(
                getTranslation("jobs.abandon.heading", requireShown().id().toString()),
                getTranslation("jobs.abandon.text"),
                getTranslation("jobs.abandon"),
                () -> act(this.jobs::abandon)));
        failures.addClickListener(event -> JobView.open(requireShown().id()));
        failures.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        stop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        restart.addThemeVariants(ButtonVariant.LUMO_SMALL);
        abandon.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        counts.addClassName("secondary");
        var actions = new Div(counts, failures, stop, restart, abandon);
        actions.addClassName("job-actions");
        progress.getElement().setAttribute("aria-label", getTranslation("jobs.progress"));
        add(header, progress, message, actions);
    }

    /** Leaves out what leads to the page of the run, which this is on already. */
    void standAlone() {
        isAlone = true;
    }

    /** Shows how the run stands; changes nothing on the page when nothing has changed. */
    void show(JobStatus job) {
        if (job.equals(shown)) {
            return;
        }
        shown = job;
        header.removeAll();
        header.add(new Div(new H2(name(job)), secondary(describe(job))), JobTexts.badge(job.state()));
        showProgress(job);
        message.setText(job.message() == null ? "" : job.message());
        message.setVisible(job.message() != null);
        failures.setText(getTranslation("jobs.failures", job.progress().failed()));
        failures.setVisible(!isAlone && job.progress().failed() > 0);
        boolean manages = PortalSession.permits(Permissions.JOB_MANAGE);
        stop.setVisible(manages && (job.state() == JobState.RUNNING || job.state() == JobState.QUEUED));
        boolean canGoOn = job.state() == JobState.STOPPED || job.state() == JobState.FAILED;
        restart.setVisible(manages && canGoOn);
        abandon.setVisible(manages && canGoOn);
    }

    private void showProgress(JobStatus job) {
        Long total = job.progress().total();
        boolean counting = total == null && !job.state().isFinal();
        progress.setIndeterminate(counting);
        progress.setVisible(counting || total != null);
        if (total != null) {
            progress.setValue(total == 0 ? 1 : Math.min(1, job.progress().done() / (double) total));
        }
        progress.removeThemeVariants(ProgressBarVariant.LUMO_SUCCESS, ProgressBarVariant.LUMO_ERROR);
        if (job.state() == JobState.COMPLETED) {
            progress.addThemeVariants(ProgressBarVariant.LUMO_SUCCESS);
        } else if (job.state() == JobState.FAILED) {
            progress.addThemeVariants(ProgressBarVariant.LUMO_ERROR);
        }
        counts.setText(counted(job.progress()));
    }

    private String counted(JobProgress reached) {
        Long total = reached.total();
        if (total != null && total == 0) {
            return getTranslation("jobs.done-nothing");
        }
        var text = new StringBuilder(
                total == null
                        ? getTranslation("jobs.done", LocalFormat.format(reached.done()))
                        : getTranslation(
                                "jobs.done-of", LocalFormat.format(reached.done()), LocalFormat.format(total)));
        Double rate = reached.perSecond();
        if (rate != null) {
            text.append(" · ").append(getTranslation("jobs.rate", LocalFormat.rounded(rate)));
        }
        var remaining = reached.remaining();
        if (remaining != null && !remaining.isZero()) {
            text.append(" · ")
                    .append(getTranslation(
                            "jobs.remaining",
                            remaining.toMinutesPart(),
                            remaining.toSecondsPart(),
                            remaining.toHours()));
        }
        return text.toString();
    }

    private String describe(JobStatus job) {
        return getTranslation(
                "jobs.run",
                job.id().toString(),
                LocalFormat.format(job.times().createdAt()),
                JobTexts.told(job.parameters()));
    }

    private Component name(JobStatus job) {
        String name = JobTexts.name(job.job());
        return isAlone ? new Span(name) : new RouterLink(name, JobView.class, JobView.parameters(job.id()));
    }

    private static Span secondary(String text) {
        var span = new Span(text);
        span.addClassName("secondary");
        return span;
    }

    private void act(SerializableConsumer<JobRunId> action) {
        JobRunId run = requireShown().id();
        PasswordAgain.before(signIns, () -> {
            action.accept(run);
            JobStatus changed = jobs.status(run);
            show(changed);
            onChanged.accept(changed);
        });
    }

    private JobStatus requireShown() {
        if (shown == null) {
            throw new IllegalStateException("The card shows no run");
        }
        return shown;
    }
}
