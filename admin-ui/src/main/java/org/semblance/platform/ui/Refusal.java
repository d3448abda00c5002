package org.semblance.platform.ui;

import com.vaadin.flow.component.html.Div;
import org.semblance.platform.Problem;

/** Says within a form why it was refused; hidden until it is. */
public final class Refusal extends Div {
    private static final long serialVersionUID = 1L;

    public Refusal() {
        addClassName("login-refusal");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public void show(Problem problem) {
        show(UiErrorHandler.message(problem));
    }

    public void show(String text) {
        setText(text);
        setVisible(true);
    }

    public void hide() {
        setVisible(false);
    }
}
