package org.semblance.jobs.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.semblance.identity.SignInService;
import org.semblance.jobs.JobKind;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.JobWatch;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

/** The runs of jobs, the newest first: those under way tell by themselves how far they are. */
@CdiComponent
@Route(value = "jobs", layout = MainLayout.class)
@Menu(title = "jobs.title", order = 300, icon = "JOBS")
@RolesAllowed(Permissions.JOB_READ)
public class JobsView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final transient SignInService signIns;
    private final transient JobForms forms;
    private final JobNews news;
    final Select<String> job = new Select<>();
    final Select<JobState> state = new Select<>();
    final Div toolbar = new Div();
    final JobList list;
    private final Div empty = new Div();
    private transient JobsAddress address = JobsAddress.ALL;

    @Inject
    public JobsView(JobLauncher jobs, JobWatch watch, SignInService signIns, JobForms forms) {
        this.jobs = jobs;
        this.signIns = signIns;
        this.forms = forms;
        this.news = new JobNews(watch, this::hear);
        this.list = new JobList(jobs, signIns);
        addClassName("view");
        toolbar.addClassName("toolbar");
        toolbar.add(buildJob(), buildState(), startButton());
        add(toolbar, list, empty);
    }

    private Component buildJob() {
        job.setLabel(getTranslation("jobs.job"));
        job.setEmptySelectionAllowed(true);
        job.setEmptySelectionCaption(getTranslation("jobs.job.any"));
        job.setItemLabelGenerator(one -> one == null ? getTranslation("jobs.job.any") : JobTexts.name(one));
        job.addValueChangeListener(event -> filter(event.isFromClient()));
        job.addClassName("wide-select");
        return job;
    }

    private Component buildState() {
        state.setLabel(getTranslation("jobs.state"));
        state.setItems(JobState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("jobs.state.any"));
        state.setItemLabelGenerator(one -> getTranslation("jobs.state." + (one == null ? "any" : one.code())));
        state.addValueChangeListener(event -> filter(event.isFromClient()));
        return state;
    }

    private void filter(boolean isAsked) {
        if (isAsked) {
            new JobsAddress(Optional.ofNullable(job.getValue()), Optional.ofNullable(state.getValue())).open();
        }
    }

    @Override
    public String title() {
        return getTranslation("jobs.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = JobsAddress.of(event.getLocation());
        var names = new LinkedHashSet<>(jobs.kinds().stream().map(JobKind::job).toList());
        address.job().ifPresent(names::add);
        job.setItems(names);
        job.setValue(address.job().orElse(null));
        state.setValue(address.state().orElse(null));
        news.follow(this, null);
        show(list.show(address));
    }

    private void show(boolean isAny) {
        toolbar.setVisible(isAny || !address.isAll());
        empty.removeAll();
        if (!isAny) {
            empty.add(address.isAll() ? nothingYet() : nothingFound());
        }
    }

    private void hear(JobStatus run) {
        if (list.hear(run)) {
            show(true);
        }
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
        var form = forms.make();
        address.job().ifPresent(form::choose);
        new StartJobDialog(jobs, signIns, form, JobView::open).open();
    }
}
