package org.semblance.jobs.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryService;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

/**
 * The latest runs of jobs. While one is at work, the page asks how far it is; it asks rather than being told, because
 * only a request carries who is asking.
 */
@CdiComponent
@Route(value = "jobs", layout = MainLayout.class)
@Menu(title = "jobs.title", order = 300, icon = "JOBS")
@RolesAllowed(Permissions.JOB_READ)
public class JobsView extends Div implements TitledView {
    private static final int LATEST = 50;
    private static final int WHILE_RUNNING_MILLIS = 1_500;
    private static final int WHILE_IDLE_MILLIS = 15_000;
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final transient GalleryService galleries;
    private final Map<JobRunId, JobCard> cards = new LinkedHashMap<>();
    final Div toolbar = new Div();
    final Div list = new Div();
    private @Nullable Registration polling;

    @Inject
    public JobsView(JobLauncher jobs, GalleryService galleries) {
        this.jobs = jobs;
        this.galleries = galleries;
        addClassName("view");
        toolbar.addClassName("toolbar");
        toolbar.add(new Span(getTranslation("jobs.intro")), startButton());
        list.addClassName("job-list");
        add(toolbar, list);
    }

    @Override
    public String title() {
        return getTranslation("jobs.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        polling = event.getUI().addPollListener(poll -> refresh());
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (polling != null) {
            polling.remove();
        }
        event.getUI().setPollInterval(-1);
    }

    private void refresh() {
        List<JobStatus> latest = jobs.list(JobQuery.latest(LATEST)).items();
        boolean sameRuns = List.copyOf(cards.keySet())
                .equals(latest.stream().map(JobStatus::id).toList());
        if (!sameRuns || latest.isEmpty()) {
            rebuild(latest);
        }
        latest.forEach(job -> card(job).show(job));
        boolean running = latest.stream().anyMatch(job -> !job.state().isFinal());
        getUI().ifPresent(ui -> ui.setPollInterval(running ? WHILE_RUNNING_MILLIS : WHILE_IDLE_MILLIS));
    }

    private void rebuild(List<JobStatus> latest) {
        list.removeAll();
        var before = Map.copyOf(cards);
        cards.clear();
        for (JobStatus job : latest) {
            Optional.ofNullable(before.get(job.id())).ifPresent(card -> cards.put(job.id(), card));
            list.add(card(job));
        }
        toolbar.setVisible(!latest.isEmpty());
        if (latest.isEmpty()) {
            list.add(new EmptyState(
                    PortalIcon.JOBS, getTranslation("jobs.empty"), getTranslation("jobs.empty.text"), startButton()));
        }
    }

    private JobCard card(JobStatus job) {
        return cards.computeIfAbsent(job.id(), id -> new JobCard(jobs, this::refresh));
    }

    private Component startButton() {
        var start = new Button(getTranslation("jobs.start"), PortalIcon.ADD.create(), event -> openStart());
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setVisible(PortalSession.permits(Permissions.JOB_MANAGE));
        return start;
    }

    private void openStart() {
        new StartEnrolmentDialog(galleries, this::start).open();
    }

    private void start(JobRequest request) {
        JobRunId id = jobs.start(request);
        Notice.success(getTranslation("jobs.started", id.toString()));
        refresh();
    }
}
