package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import org.semblance.jobs.schedule.NewSchedule;
import org.semblance.jobs.schedule.Schedule;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** One schedule: which job it starts when, how that went last, and what can be done about it. */
final class ScheduleCard extends Div {
    private static final long serialVersionUID = 1L;

    final Button run = new Button(getTranslation("schedules.run"));
    final Button edit = new Button(getTranslation("action.edit"));
    final Button toggle = new Button();
    final Button remove = new Button(PortalIcon.DELETE.create());

    ScheduleCard(Schedule schedule) {
        addClassNames("card", "schedule-card");
        NewSchedule said = schedule.said();
        var job = new Span(JobTexts.name(said.request().job()));
        job.addClassName("secondary");
        var header = new Div(new Div(new H2(said.name()), job), badge(schedule));
        header.addClassName("card-header");
        add(header, new Div(CronWords.of(said.cron())), facts(schedule));
        if (schedule.problem() != null) {
            var problem = new Div(schedule.problem());
            problem.addClassName("job-message");
            add(problem);
        }
        if (PortalSession.permits(Permissions.JOB_MANAGE)) {
            add(actions(said));
        }
    }

    private Badge badge(Schedule schedule) {
        if (!schedule.said().isOn()) {
            return new Badge(Badge.Tone.NEUTRAL, getTranslation("schedules.state.off"));
        }
        if (schedule.isMissed()) {
            return new Badge(Badge.Tone.WARNING, getTranslation("schedules.state.missed"));
        }
        return schedule.isInTrouble()
                ? new Badge(Badge.Tone.BAD, getTranslation("schedules.state.trouble"))
                : new Badge(Badge.Tone.GOOD, getTranslation("schedules.state.on"));
    }

    private Facts facts(Schedule schedule) {
        var facts = new Facts()
                .fact(
                        getTranslation("schedules.next"),
                        schedule.dueAt() == null
                                ? getTranslation("schedules.never")
                                : LocalFormat.format(schedule.dueAt()))
                .fact(getTranslation("schedules.last"), last(schedule));
        Map<String, String> told = schedule.said().request().parameters();
        if (!told.isEmpty()) {
            facts.fact(getTranslation("schedules.told"), JobTexts.told(told));
        }
        return facts;
    }

    private Component last(Schedule schedule) {
        if (schedule.last() == null || schedule.startedAt() == null) {
            return new Span(getTranslation("schedules.not-yet"));
        }
        var line = new Div(new RouterLink(
                LocalFormat.format(schedule.startedAt()), JobView.class, JobView.parameters(schedule.last())));
        if (schedule.lastState() != null) {
            line.add(JobTexts.badge(schedule.lastState()));
        }
        line.addClassName("schedule-last");
        return line;
    }

    private Component actions(NewSchedule said) {
        toggle.setText(getTranslation(said.isOn() ? "schedules.turn-off" : "schedules.turn-on"));
        remove.setAriaLabel(getTranslation("schedules.remove.one", said.name()));
        remove.setTooltipText(getTranslation("action.delete"));
        var actions = new Div(run, edit, toggle, remove);
        actions.getChildren()
                .map(Button.class::cast)
                .forEach(button -> button.addThemeVariants(ButtonVariant.LUMO_SMALL));
        toggle.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_ICON);
        actions.addClassName("job-actions");
        return actions;
    }
}
