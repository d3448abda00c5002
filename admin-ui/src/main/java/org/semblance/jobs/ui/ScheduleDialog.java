package org.semblance.jobs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SignInService;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.schedule.CatchUp;
import org.semblance.jobs.schedule.Cron;
import org.semblance.jobs.schedule.NewSchedule;
import org.semblance.jobs.schedule.Schedule;
import org.semblance.jobs.schedule.ScheduleService;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Problem;
import org.semblance.platform.VersionMismatchException;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.Refusal;

/** Asks which job is to be started when, and what to tell it; of a new schedule or one that there is. */
final class ScheduleDialog extends Dialog {
    private static final int MAX_NAME = 63;
    private static final long serialVersionUID = 1L;

    private final transient ScheduleService schedules;
    private final transient SignInService signIns;
    private final SerializableRunnable onSaved;
    private transient @Nullable Schedule known;
    final TextField name = new TextField(getTranslation("schedules.name"));
    final CronForm cron = new CronForm();
    final JobForm form;
    final Checkbox catchUp = new Checkbox(getTranslation("schedules.catch-up"));
    final Checkbox isOn = new Checkbox(getTranslation("schedules.on"));
    final Refusal refusal = new Refusal();
    final Button reload = new Button(getTranslation("schedules.reload"), event -> reload());
    final Button save = new Button(getTranslation("action.save"), event -> save());

    ScheduleDialog(ScheduleService schedules, SignInService signIns, JobForm form, SerializableRunnable onSaved) {
        this.schedules = schedules;
        this.signIns = signIns;
        this.form = form;
        this.onSaved = onSaved;
        setHeaderTitle(getTranslation("schedules.create"));
        setWidth("40rem");
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setMaxLength(MAX_NAME);
        name.setAllowedCharPattern("[a-z0-9-]");
        name.setHelperText(getTranslation("schedules.name.help"));
        catchUp.setValue(true);
        catchUp.setHelperText(getTranslation("schedules.catch-up.help"));
        isOn.setValue(true);
        reload.setVisible(false);
        var body = new Div(refusal, reload, name, form, cron, catchUp, isOn);
        body.addClassName("dialog-body");
        add(body);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    /** Shows a schedule to be changed. */
    ScheduleDialog of(Schedule schedule) {
        known = schedule;
        NewSchedule said = schedule.said();
        setHeaderTitle(getTranslation("schedules.edit", said.name()));
        name.setValue(said.name());
        name.setReadOnly(true);
        form.show(said.request());
        cron.show(said.cron().expression(), said.cron().zone().getId());
        catchUp.setValue(said.catchUp() == CatchUp.ONCE);
        isOn.setValue(said.isOn());
        return this;
    }

    private void reload() {
        refusal.hide();
        reload.setVisible(false);
        of(schedules.require(name.getValue()));
    }

    private void save() {
        refusal.hide();
        boolean isNamed = name.getValue().matches("[a-z][a-z0-9-]*");
        name.setErrorMessage(getTranslation("schedules.name.help"));
        name.setInvalid(!isNamed);
        Optional<JobRequest> request = form.read();
        Optional<Cron> when = cron.read();
        if (isNamed && request.isPresent() && when.isPresent()) {
            var said = new NewSchedule(
                    name.getValue(),
                    request.get(),
                    when.get(),
                    catchUp.getValue() ? CatchUp.ONCE : CatchUp.SKIP,
                    isOn.getValue());
            PasswordAgain.before(signIns, () -> save(said));
        }
    }

    private void save(NewSchedule said) {
        try {
            Schedule before = known;
            if (before == null) {
                schedules.create(said);
            } else {
                schedules.change(said, ExpectedVersion.of(before.version()));
            }
            close();
            Notice.success(getTranslation("schedules.saved", said.name()));
            onSaved.run();
        } catch (StepUpRequiredException e) {
            throw e;
        } catch (VersionMismatchException e) {
            refusal.show(e);
            reload.setVisible(true);
        } catch (Problem problem) {
            refusal.show(problem);
        }
    }
}
