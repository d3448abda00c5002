package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobStatus;

/** Runs of jobs, each on its card, which stays where it is as long as the run is listed. */
final class JobList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final SerializableRunnable onChanged;
    private final Map<JobRunId, JobCard> cards = new LinkedHashMap<>();

    JobList(JobLauncher jobs, SerializableRunnable onChanged) {
        this.jobs = jobs;
        this.onChanged = onChanged;
        addClassName("job-list");
    }

    /** Shows how the runs stand, or something else when there are none. */
    void show(List<JobStatus> runs, SerializableSupplier<Component> otherwise) {
        boolean isSame = List.copyOf(cards.keySet())
                .equals(runs.stream().map(JobStatus::id).toList());
        if (!isSame || runs.isEmpty()) {
            rebuild(runs);
        }
        if (runs.isEmpty()) {
            add(otherwise.get());
        }
        runs.forEach(run -> card(run).show(run));
    }

    private void rebuild(List<JobStatus> runs) {
        removeAll();
        var before = Map.copyOf(cards);
        cards.clear();
        for (JobStatus run : runs) {
            Optional.ofNullable(before.get(run.id())).ifPresent(card -> cards.put(run.id(), card));
            add(card(run));
        }
    }

    private JobCard card(JobStatus run) {
        return cards.computeIfAbsent(run.id(), id -> new JobCard(jobs, onChanged));
    }
}
