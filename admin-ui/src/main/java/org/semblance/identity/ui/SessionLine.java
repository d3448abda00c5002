package org.semblance.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Objects;
import org.semblance.identity.SessionSummary;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.LocalFormat;

/** A session as a line of a list. */
final class SessionLine {
    private SessionLine() {}

    static Div text(SessionSummary session) {
        UI page = UI.getCurrent();
        String agent = Device.of(session.client().userAgent());
        return Lines.text(
                agent.isEmpty() ? page.getTranslation("sessions.kind." + session.kind()) : agent,
                page.getTranslation(
                        "sessions.used",
                        LocalFormat.format(session.createdAt()),
                        LocalFormat.format(session.lastUsedAt()),
                        Objects.requireNonNullElse(session.client().address(), "")));
    }

    static Button end(SessionSummary session, SerializableRunnable work) {
        UI page = UI.getCurrent();
        var end = new Button(page.getTranslation("sessions.end"), event -> work.run());
        end.addThemeVariants(ButtonVariant.LUMO_SMALL);
        end.setAriaLabel(page.getTranslation(
                "sessions.end.one", Device.of(session.client().userAgent())));
        return end;
    }
}
