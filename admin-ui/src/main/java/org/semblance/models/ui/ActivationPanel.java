package org.semblance.models.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import org.semblance.models.Activation;
import org.semblance.models.ActivationProgress;
import org.semblance.models.ActivationState;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Views;

/** How far the last wish to use another pack has come; hidden once it is fulfilled. */
final class ActivationPanel extends Div {
    private static final String RUN = "jobs/";
    private static final long serialVersionUID = 1L;

    ActivationPanel() {
        addClassNames("card", "activation");
        getElement().setAttribute("role", "status");
    }

    void show(Optional<ActivationProgress> progress) {
        removeAll();
        setVisible(progress.filter(ActivationPanel::isTold).isPresent());
        progress.filter(ActivationPanel::isTold).ifPresent(this::tell);
    }

    private static boolean isTold(ActivationProgress progress) {
        return switch (progress.activation().state()) {
            case REQUESTED, PREPARING, FAILED -> true;
            case ACTIVE, SUPERSEDED -> false;
        };
    }

    private void tell(ActivationProgress progress) {
        Activation activation = progress.activation();
        boolean isFailed = activation.state() == ActivationState.FAILED;
        var header = new Div(
                new H2(getTranslation("models.activation", activation.pack())),
                new Badge(
                        isFailed ? Badge.Tone.BAD : Badge.Tone.ACTIVE,
                        getTranslation("models.activation." + activation.state().code())));
        header.addClassName("card-header");
        add(header);
        if (isFailed) {
            var problem = new Div(String.valueOf(activation.problem()));
            problem.addClassName("job-message");
            add(problem);
            return;
        }
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("jobs.progress"));
        add(bar, new Span(getTranslation("models.activation.left", progress.left(), progress.skipped())));
        if (activation.execution() != null && Views.mayOpen("jobs")) {
            add(new Anchor(
                    RUN + activation.execution(),
                    getTranslation(
                            "models.activation.run", activation.execution().toString())));
        }
    }
}
