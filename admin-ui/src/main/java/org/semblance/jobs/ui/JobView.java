package org.semblance.jobs.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SignInService;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.JobWatch;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;
import org.semblance.platform.ui.Views;

/** One run of a job: how far it is while it goes on, what came of it, what it refused and what happened to it. */
@CdiComponent
@Route(value = "jobs/:run([0-9]{1,18})", layout = MainLayout.class)
@RolesAllowed(Permissions.JOB_READ)
public class JobView extends Div implements BeforeEnterObserver, TitledView {
    private static final String RUN = "run";
    private static final String EXPORT = "export-gallery";
    private static final String FILES = "files";
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final JobNews news;
    final JobCard card;
    final JobFacts facts = new JobFacts();
    final FailureList failures;
    final JobLog log;
    final Anchor archive = new Anchor(FILES, getTranslation("jobs.archive"));
    private transient @Nullable JobStatus shown;

    @Inject
    public JobView(JobLauncher jobs, JobWatch watch, SignInService signIns) {
        this.jobs = jobs;
        this.news = new JobNews(watch, this::hear);
        this.card = new JobCard(jobs, signIns, this::show);
        this.failures = new FailureList(jobs, signIns);
        this.log = new JobLog(jobs);
        addClassName("view");
        card.standAlone();
        add(card, archive, failures, facts, log);
    }

    static void open(JobRunId run) {
        UI.getCurrent().navigate(JobView.class, parameters(run));
    }

    static RouteParameters parameters(JobRunId run) {
        return new RouteParameters(RUN, run.toString());
    }

    @Override
    public String title() {
        return shown == null
                ? getTranslation("jobs.title")
                : getTranslation(
                        "jobs.run.title", JobTexts.name(shown.job()), shown.id().toString());
    }

    @Override
    public List<Crumb> trail() {
        return List.of(new Crumb(getTranslation("jobs.title"), "jobs"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long run = event.getRouteParameters().getLong(RUN).orElseThrow();
        show(jobs.status(new JobRunId(run)));
    }

    private void show(JobStatus job) {
        shown = job;
        card.show(job);
        facts.show(job);
        archive.setVisible(job.job().equals(EXPORT) && job.state() == JobState.COMPLETED && Views.mayOpen(FILES));
        failures.show(job);
        log.show(job.id());
        news.follow(this, job.id());
    }

    /** What is pushed carries nobody's rights: what it does not say is asked for in a request of the user's own. */
    private void hear(JobStatus job) {
        boolean isSameState = shown != null && shown.state() == job.state() && shown.attempt() == job.attempt();
        card.show(job);
        facts.show(job);
        shown = job;
        if (!isSameState) {
            getElement().executeJs("return true").then(ignored -> show(jobs.status(job.id())));
        }
    }
}
