package org.semblance.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.platform.Problem;
import org.semblance.platform.VersionMismatchException;

/** Says within a form why it was not saved; when somebody else was quicker, offers to look at what they did. */
public final class FormNotes extends Div {
    private static final long serialVersionUID = 1L;

    public final Button reload = new Button(getTranslation("form.conflict.reload"));
    private final Span text = new Span();
    private SerializableRunnable onReload = () -> {};

    public FormNotes() {
        addClassName("form-notes");
        getElement().setAttribute("role", "alert");
        reload.addThemeVariants(ButtonVariant.LUMO_SMALL);
        reload.addClickListener(event -> {
            setVisible(false);
            onReload.run();
        });
        add(text, reload);
        setVisible(false);
    }

    /** Fills the form with what is saved by now. */
    public FormNotes onReload(SerializableRunnable listener) {
        onReload = listener;
        return this;
    }

    /** Saves; false when it was refused, which is said here. That the password is to be proved first is passed on. */
    public boolean tried(Runnable work) {
        setVisible(false);
        try {
            work.run();
            return true;
        } catch (StepUpRequiredException first) {
            throw first;
        } catch (VersionMismatchException conflict) {
            say(getTranslation("form.conflict"), true);
        } catch (Problem problem) {
            say(UiErrorHandler.message(problem), false);
        }
        return false;
    }

    /** Says what keeps the form from being sent. */
    public void say(String why) {
        say(why, false);
    }

    public String text() {
        return text.getText();
    }

    private void say(String why, boolean isConflict) {
        text.setText(why);
        reload.setVisible(isConflict);
        setVisible(true);
    }
}
