package org.semblance.jobs.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryService;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

/**
 * The latest runs of jobs. While one is at work, the page asks how far it is; it asks rather than being told, because
 * only a request carries who is asking. While nothing is, it asks on news only.
 */
@CdiComponent
@Route(value = "jobs", layout = MainLayout.class)
@Menu(title = "jobs.title", order = 300, icon = "JOBS")
@RolesAllowed(Permissions.JOB_READ)
public class JobsView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final int LATEST = 50;
    private static final int WHILE_RUNNING_MILLIS = 1_500;
    private static final int NOT_AT_ALL = -1;
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final transient GalleryService galleries;
    final Select<JobState> state = new Select<>();
    final Div toolbar = new Div();
    final JobList list;
    private JobsAddress address = JobsAddress.ALL;
    private @Nullable Registration polling;

    @Inject
    public JobsView(JobLauncher jobs, GalleryService galleries) {
        this.jobs = jobs;
        this.galleries = galleries;
        addClassName("view");
        toolbar.addClassName("toolbar");
        toolbar.add(buildState(), new Span(getTranslation("jobs.intro")), startButton());
        list = new JobList(jobs, this::refresh);
        add(toolbar, list);
    }

    private Component buildState() {
        state.setLabel(getTranslation("jobs.state"));
        state.setItems(JobState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("jobs.state.any"));
        state.setItemLabelGenerator(one -> getTranslation("jobs.state." + (one == null ? "any" : one.code())));
        state.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                new JobsAddress(Optional.ofNullable(event.getValue()), Optional.empty()).open();
            }
        });
        return state;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = JobsAddress.of(event.getLocation());
        state.setValue(address.state().orElse(null));
        if (isAttached()) {
            refresh();
        }
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
        event.getUI().setPollInterval(NOT_AT_ALL);
    }

    @Override
    public void refresh() {
        List<JobStatus> latest = address.read(jobs, LATEST);
        toolbar.setVisible(!latest.isEmpty() || !address.isAll());
        list.show(latest, () -> address.isAll() ? nothingYet() : nothingFound());
        boolean running = latest.stream().anyMatch(job -> !job.state().isFinal());
        getUI().ifPresent(ui -> ui.setPollInterval(running ? WHILE_RUNNING_MILLIS : NOT_AT_ALL));
    }

    private Component nothingYet() {
        return new EmptyState(
                PortalIcon.JOBS, getTranslation("jobs.empty"), getTranslation("jobs.empty.text"), startButton());
    }

    private Component nothingFound() {
        var all = new Button(getTranslation("jobs.show-all"), event -> JobsAddress.ALL.open());
        return new EmptyState(
                PortalIcon.JOBS, getTranslation("jobs.none-found"), getTranslation("jobs.none-found.text"), all);
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
