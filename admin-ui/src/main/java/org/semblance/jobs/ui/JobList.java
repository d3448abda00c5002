package org.semblance.jobs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.identity.SignInService;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobStatus;

/** Runs of jobs, the newest first, each on its card; those before are read when asked for. */
final class JobList extends Div {
    private static final int AT_A_TIME = 30;
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final transient SignInService signIns;
    private final Map<JobRunId, JobCard> cards = new LinkedHashMap<>();
    private final Div list = new Div();
    final Button more = new Button(getTranslation("action.more"));
    private transient JobsAddress address = JobsAddress.ALL;
    private long before;

    JobList(JobLauncher jobs, SignInService signIns) {
        this.jobs = jobs;
        this.signIns = signIns;
        list.addClassName("job-list");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(event -> append());
        add(list, more);
    }

    /** Shows the newest of the runs that are meant; false when there are none. */
    boolean show(JobsAddress wanted) {
        address = wanted;
        before = 0;
        cards.clear();
        list.removeAll();
        append();
        setVisible(!cards.isEmpty());
        return isVisible();
    }

    private void append() {
        var page = jobs.list(address.before(before, AT_A_TIME));
        page.items().forEach(run -> list.add(card(run)));
        before = page.next().orElse(0);
        more.setVisible(page.next().isPresent());
    }

    /** Shows how a run goes that was told of: on its card, or as the newest. False when it is not to be listed. */
    boolean hear(JobStatus run) {
        JobCard known = cards.get(run.id());
        if (known != null) {
            known.show(run);
            return true;
        }
        boolean isNewest = cards.keySet().stream()
                .allMatch(shown -> shown.value() < run.id().value());
        if (!isNewest || !address.means(run)) {
            return false;
        }
        setVisible(true);
        list.addComponentAsFirst(card(run));
        return true;
    }

    private JobCard card(JobStatus run) {
        var card = cards.computeIfAbsent(run.id(), id -> new JobCard(jobs, signIns, changed -> {}));
        card.show(run);
        return card;
    }
}
