package org.semblance.jobs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;

/** What the address of the jobs' view says: which jobs' runs, and in which state. What it cannot mean, it does not say. */
record JobsAddress(Optional<String> job, Optional<JobState> state) {
    static final JobsAddress ALL = new JobsAddress(Optional.empty(), Optional.empty());
    private static final String JOB = "job";
    private static final String STATE = "state";

    static JobsAddress of(Location location) {
        var parameters = location.getQueryParameters();
        return new JobsAddress(
                parameters.getSingleParameter(JOB).filter(job -> job.matches("[a-z][a-z-]{0,62}")),
                parameters.getSingleParameter(STATE).flatMap(JobsAddress::state));
    }

    private static Optional<JobState> state(String code) {
        return Stream.of(JobState.values())
                .filter(state -> state.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    boolean isAll() {
        return equals(ALL);
    }

    /** Whether a run is among those that are meant. */
    boolean means(JobStatus run) {
        return job.filter(wanted -> !wanted.equals(run.job())).isEmpty()
                && state.filter(wanted -> wanted != run.state()).isEmpty();
    }

    /** The runs that are meant, the newest first. */
    JobQuery before(long run, int limit) {
        return new JobQuery(job.orElse(null), state.orElse(null), run, limit);
    }

    /** Goes there. */
    void open() {
        var query = new LinkedHashMap<String, String>();
        job.ifPresent(wanted -> query.put(JOB, wanted));
        state.ifPresent(wanted -> query.put(STATE, wanted.code()));
        UI.getCurrent().navigate(JobsView.class, QueryParameters.simple(query));
    }
}
