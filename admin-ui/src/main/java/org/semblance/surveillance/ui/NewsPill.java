package org.semblance.surveillance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;

/** Says how much is new while the user reads something else, and shows it when they want. */
public final class NewsPill extends Div {
    private static final long serialVersionUID = 1L;

    public final Button show = new Button(PortalIcon.PREVIOUS.create());

    public NewsPill(SerializableRunnable onShow) {
        addClassName("news-pill");
        getElement().setAttribute("role", "status");
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        show.addClickListener(event -> {
            clear();
            onShow.run();
        });
        add(show);
        setVisible(false);
    }

    /**
     * Says so much.
     *
     * @param isMore whether there may be more than that
     */
    public void show(int count, boolean isMore) {
        String number = LocalFormat.format(count) + (isMore ? "+" : "");
        show.setText(getTranslation("watch.new", number));
        setVisible(true);
    }

    public void clear() {
        setVisible(false);
    }
}
