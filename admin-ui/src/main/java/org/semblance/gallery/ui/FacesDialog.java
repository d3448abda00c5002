package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.Refusal;

/** Asks for the one thing that it takes to give faces to somebody else. */
final class FacesDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final Refusal refusal = new Refusal();
    final Button submit;
    private SerializableRunnable work = () -> {};

    FacesDialog(String heading, Component field) {
        setHeaderTitle(heading);
        setWidth("26rem");
        add(refusal, new FormLayout(field));
        submit = new Button(heading, event -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER).listenOn(this).setResetFocusOnActiveElement(true);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), submit);
    }

    /** What to do; a problem with it is told here. */
    void submit(SerializableRunnable todo) {
        work = todo;
    }

    private void submit() {
        try {
            work.run();
            close();
        } catch (Problem problem) {
            refusal.show(problem);
        }
    }
}
