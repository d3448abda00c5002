package org.semblance.jobs.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import org.semblance.identity.SignInService;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.Refusal;

/** Asks which job to start, and what to tell it. */
final class StartJobDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient JobLauncher jobs;
    private final transient SignInService signIns;
    private final SerializableConsumer<JobRunId> onStarted;
    final JobForm form;
    final Refusal refusal = new Refusal();
    final Button start = new Button(getTranslation("jobs.start.action"), event -> start());

    StartJobDialog(JobLauncher jobs, SignInService signIns, JobForm form, SerializableConsumer<JobRunId> onStarted) {
        this.jobs = jobs;
        this.signIns = signIns;
        this.form = form;
        this.onStarted = onStarted;
        setHeaderTitle(getTranslation("jobs.start"));
        setWidth("34rem");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.addClickShortcut(Key.ENTER).listenOn(this).setResetFocusOnActiveElement(true);
        add(refusal, form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), start);
    }

    private void start() {
        refusal.hide();
        form.read().ifPresent(request -> PasswordAgain.before(signIns, () -> start(request)));
    }

    private void start(JobRequest request) {
        try {
            JobRunId id = jobs.start(request);
            close();
            Notice.success(getTranslation("jobs.started", id.toString()));
            onStarted.accept(id);
        } catch (StepUpRequiredException e) {
            throw e;
        } catch (Problem problem) {
            refusal.show(problem);
        }
    }
}
