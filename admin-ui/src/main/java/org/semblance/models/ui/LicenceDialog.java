package org.semblance.models.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.Refusal;
import org.semblance.vision.pack.Licence;

/** Tells the terms of a pack before it is installed or used, and has restricted ones accepted. */
final class LicenceDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final Checkbox accept = new Checkbox(getTranslation("models.licence.accept"));
    final Checkbox allowSkipped = new Checkbox(getTranslation("models.allow-skipped"));
    final Refusal refusal = new Refusal();
    final Button submit;
    private final boolean mustAccept;
    private SerializableRunnable work = () -> {};

    LicenceDialog(String heading, String text, Licence licence, boolean isAccepted) {
        mustAccept = licence.restricted() && !isAccepted;
        setHeaderTitle(heading);
        setWidth("32rem");
        var terms = new Div(new Span(getTranslation("models.licence") + ": " + licence.terms()));
        if (licence.url() != null) {
            var link = new Anchor(licence.url(), getTranslation("models.licence.read"), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            terms.add(new Text(" "), link);
        }
        accept.setVisible(mustAccept);
        allowSkipped.setVisible(false);
        var body = new Div(refusal, new Paragraph(text), terms, accept, allowSkipped);
        body.addClassName("dialog-body");
        add(body);
        submit = new Button(heading, event -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setEnabled(!mustAccept);
        accept.addValueChangeListener(event -> submit.setEnabled(event.getValue()));
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), submit);
    }

    LicenceDialog submit(SerializableRunnable todo) {
        work = todo;
        return this;
    }

    /** Whether the terms have been accepted here. */
    boolean isAccepted() {
        return mustAccept && accept.getValue();
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
