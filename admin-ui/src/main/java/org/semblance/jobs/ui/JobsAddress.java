package org.semblance.jobs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;

/** What the address of the jobs' view says: one run only, or those in a state only. What it cannot mean, it does not say. */
record JobsAddress(Optional<JobState> state, Optional<JobRunId> run) {
    static final JobsAddress ALL = new JobsAddress(Optional.empty(), Optional.empty());
    private static final String STATE = "state";
    private static final String RUN = "run";
    private static final String NUMBER = "[1-9][0-9]{0,17}";

    static JobsAddress of(Location location) {
        var parameters = location.getQueryParameters();
        return new JobsAddress(
                parameters.getSingleParameter(STATE).flatMap(JobsAddress::state),
                parameters
                        .getSingleParameter(RUN)
                        .filter(number -> number.matches(NUMBER))
                        .map(number -> new JobRunId(Long.parseLong(number))));
    }

    private static Optional<JobState> state(String code) {
        return Stream.of(JobState.values())
                .filter(state -> state.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    boolean isAll() {
        return equals(ALL);
    }

    /** The newest runs that are meant. */
    List<JobStatus> read(JobLauncher jobs, int limit) {
        return run.map(id -> List.of(jobs.status(id)))
                .orElseGet(() -> jobs.list(new JobQuery(null, state.orElse(null), 0, limit))
                        .items());
    }

    /** Goes there. */
    void open() {
        var query = state.map(wanted -> QueryParameters.simple(Map.of(STATE, wanted.code())))
                .orElseGet(QueryParameters::empty);
        UI.getCurrent().navigate(JobsView.class, query);
    }
}
