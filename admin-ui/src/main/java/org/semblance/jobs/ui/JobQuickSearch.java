package org.semblance.jobs.ui;

import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.QuickSearch;

/** Finds the latest runs of jobs by number or by what the job is called. */
@ApplicationScoped
public class JobQuickSearch implements QuickSearch {
    private static final int LATEST = 100;
    private static final String NAME = "jobs.name.";

    private final JobLauncher jobs;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected JobQuickSearch() {
        this(null);
    }

    @Inject
    public JobQuickSearch(JobLauncher jobs) {
        this.jobs = jobs;
    }

    @Override
    public String heading() {
        return "quick.jobs";
    }

    @Override
    public String permission() {
        return Permissions.JOB_READ;
    }

    @Override
    public String path() {
        return "jobs";
    }

    @Override
    public List<Hit> find(String text, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return jobs.list(JobQuery.latest(LATEST)).items().stream()
                .filter(job -> isMeant(job, wanted))
                .limit(limit)
                .map(JobQuickSearch::hit)
                .toList();
    }

    private static boolean isMeant(JobStatus job, String wanted) {
        return job.id().toString().equals(wanted)
                || job.job().contains(wanted)
                || name(job).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Hit hit(JobStatus job) {
        UI page = UI.getCurrent();
        String state = page.getTranslation("jobs.state." + job.state().code());
        String detail = page.getTranslation(
                "jobs.run", job.id().toString(), LocalFormat.format(job.times().createdAt()), state);
        return new Hit(name(job), detail, "jobs?run=" + job.id());
    }

    private static String name(JobStatus job) {
        String name = UI.getCurrent().getTranslation(NAME + job.job());
        return name.startsWith(NAME) ? job.job() : name;
    }
}
