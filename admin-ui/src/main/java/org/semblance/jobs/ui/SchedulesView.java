package org.semblance.jobs.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.identity.SignInService;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.schedule.NewSchedule;
import org.semblance.jobs.schedule.Schedule;
import org.semblance.jobs.schedule.ScheduleService;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.VersionMismatchException;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.platform.ui.UiErrorHandler;

/** What the server does by the clock. */
@CdiComponent
@Route(value = "schedules", layout = MainLayout.class)
@Menu(title = "schedules.title", order = 310, icon = "SCHEDULES")
@RolesAllowed(Permissions.JOB_READ)
public class SchedulesView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final long serialVersionUID = 1L;

    private final transient ScheduleService schedules;
    private final transient SignInService signIns;
    private final transient JobForms forms;
    final Div toolbar = new Div();
    final Div list = new Div();
    private transient List<Schedule> shown = List.of();

    @Inject
    public SchedulesView(ScheduleService schedules, SignInService signIns, JobForms forms) {
        this.schedules = schedules;
        this.signIns = signIns;
        this.forms = forms;
        addClassName("view");
        toolbar.addClassName("toolbar");
        toolbar.add(new Span(getTranslation("schedules.intro")), createButton());
        list.addClassNames("cards", "wide-cards");
        add(toolbar, list);
    }

    @Override
    public String title() {
        return getTranslation("schedules.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read();
    }

    @Override
    public void refresh() {
        if (!schedules.list().equals(shown)) {
            read();
        }
    }

    private void read() {
        shown = schedules.list();
        list.removeAll();
        toolbar.setVisible(!shown.isEmpty());
        shown.forEach(schedule -> list.add(card(schedule)));
        if (shown.isEmpty()) {
            list.add(new EmptyState(
                    PortalIcon.SCHEDULES,
                    getTranslation("schedules.empty"),
                    getTranslation("schedules.empty.text"),
                    createButton()));
        }
    }

    private ScheduleCard card(Schedule schedule) {
        var card = new ScheduleCard(schedule);
        card.run.addClickListener(event -> PasswordAgain.before(signIns, () -> run(schedule)));
        card.edit.addClickListener(event -> dialog().of(schedule).open());
        card.toggle.addClickListener(event -> PasswordAgain.before(signIns, () -> toggle(schedule)));
        card.remove.addClickListener(event -> Confirmation.ask(
                getTranslation("schedules.remove.heading", schedule.name()),
                getTranslation("schedules.remove.text"),
                getTranslation("action.delete"),
                () -> remove(schedule)));
        return card;
    }

    private void run(Schedule schedule) {
        JobRunId run = schedules.run(schedule.name());
        Notice.success(getTranslation("jobs.started", run.toString()));
        JobView.open(run);
    }

    private void toggle(Schedule schedule) {
        NewSchedule said = schedule.said();
        var wanted = new NewSchedule(said.name(), said.request(), said.cron(), said.catchUp(), !said.isOn());
        try {
            schedules.change(wanted, ExpectedVersion.of(schedule.version()));
        } catch (VersionMismatchException e) {
            Notice.refusal(UiErrorHandler.message(e));
        }
        read();
    }

    private void remove(Schedule schedule) {
        schedules.delete(schedule.name());
        Notice.success(getTranslation("schedules.removed", schedule.name()));
        read();
    }

    private Component createButton() {
        var create = new Button(getTranslation("schedules.create"), PortalIcon.ADD.create());
        create.addClickListener(event -> dialog().open());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(PortalSession.permits(Permissions.JOB_MANAGE));
        return create;
    }

    private ScheduleDialog dialog() {
        return new ScheduleDialog(schedules, signIns, forms.make(), this::read);
    }
}
