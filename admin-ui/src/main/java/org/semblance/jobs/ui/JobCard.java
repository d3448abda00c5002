package org.semblance.jobs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.progressbar.ProgressBarVariant;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobProgress;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** One run of a job: how far it is, and what can be done to it now. */
final class JobCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final SerializableRunnable onChanged;
    final Button stop = new Button(getTranslation("jobs.stop"), PortalIcon.STOP.create());
    final Button restart = new Button(getTranslation("jobs.restart"), PortalIcon.RESTART.create());
    final Button abandon = new Button(getTranslation("jobs.abandon"));
    final Button failures = new Button();
    final ProgressBar progress = new ProgressBar();
    final Span counts = new Span();
    private final Div header = new Div();
    private final Div message = new Div();
    private transient @Nullable JobStatus shown;

    JobCard(JobLauncher jobs, SerializableRunnable onChanged) {
        this.jobs = jobs;
        this.onChanged = onChanged;
        addClassNames("card", "job-card");
        header.addClassName("card-header");
        message.addClassName("job-message");
        stop.addClickListener(event -> act(() -> this.jobs.stop(requireShown().id())));
        restart.addClickListener(
                event -> act(() -> this.jobs.restart(requireShown().id())));
        abandon.addClickListener(
                event -> act(() -> this.jobs.abandon(requireShown().id())));
        failures.addClickListener(event -> new JobFailuresDialog(this.jobs, requireShown(), this.onChanged).open());
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

    /** Shows how the run stands; changes nothing on the page when nothing has changed. */
    void show(JobStatus job) {
        if (job.equals(shown)) {
            return;
        }
        shown = job;
        header.removeAll();
        header.add(new Div(new H2(named("jobs.name.", job.job())), secondary(describe(job))), badge(job.state()));
        showProgress(job);
        message.setText(job.message() == null ? "" : job.message());
        message.setVisible(job.message() != null);
        failures.setText(getTranslation("jobs.failures", job.progress().failed()));
        failures.setVisible(job.progress().failed() > 0);
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
        var text = new StringBuilder(
                total == null
                        ? getTranslation("jobs.done", LocalFormat.format(reached.done()))
                        : getTranslation(
                                "jobs.done-of", LocalFormat.format(reached.done()), LocalFormat.format(total)));
        Double rate = reached.perSecond();
        if (rate != null) {
            text.append(" · ").append(getTranslation("jobs.rate", LocalFormat.format(rate)));
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

    /** What a job or a parameter is called in the user's language; its id when the texts do not know it. */
    private String named(String prefix, String id) {
        String name = getTranslation(prefix + id);
        return name.equals(prefix + id) ? id : name;
    }

    private String describe(JobStatus job) {
        String parameters = job.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> named("jobs.parameter.", parameter.getKey()) + " " + parameter.getValue())
                .collect(Collectors.joining(", "));
        return getTranslation(
                "jobs.run", job.id().toString(), LocalFormat.format(job.times().createdAt()), parameters);
    }

    private static Span secondary(String text) {
        var span = new Span(text);
        span.addClassName("secondary");
        return span;
    }

    private Badge badge(JobState state) {
        Badge.Tone tone =
                switch (state) {
                    case QUEUED, RUNNING -> Badge.Tone.ACTIVE;
                    case STOPPING, STOPPED -> Badge.Tone.WARNING;
                    case COMPLETED -> Badge.Tone.GOOD;
                    case FAILED -> Badge.Tone.BAD;
                    case ABANDONED -> Badge.Tone.NEUTRAL;
                };
        return new Badge(tone, getTranslation("jobs.state." + state.name().toLowerCase(Locale.ROOT)));
    }

    private void act(Runnable action) {
        action.run();
        onChanged.run();
    }

    private JobStatus requireShown() {
        if (shown == null) {
            throw new IllegalStateException("The card shows no run");
        }
        return shown;
    }
}
