package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.SerializableRunnable;

/** The head of the panel beside a list: what the panel shows, and the way to close it. */
public final class PanelHeader extends Div {
    private static final long serialVersionUID = 1L;

    private final Button close;

    public PanelHeader(SerializableRunnable onClosed) {
        addClassName("side-panel-header");
        close = new Button(PortalIcon.CLOSE.create(), event -> onClosed.run());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(getTranslation("action.close"));
    }

    /** What is shown by now, and smaller beneath its name what else is worth knowing. */
    public static Div name(String title, String... details) {
        var name = new Div(new H2(title));
        for (String detail : details) {
            name.add(Lines.secondary(detail));
        }
        name.addClassName("side-panel-name");
        return name;
    }

    public PanelHeader show(Component... parts) {
        removeAll();
        add(parts);
        add(close);
        return this;
    }
}
