package org.semblance.surveillance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.platform.ui.KeyedPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;

/** Says how much is new while the user reads something else, and shows it when they want. */
public final class NewsPill extends Div {
    private static final long serialVersionUID = 1L;

    private final SerializableRunnable onShow;

    public final Button show = new Button(PortalIcon.PREVIOUS.create());

    public NewsPill(SerializableRunnable onShow) {
        this.onShow = onShow;
        addClassName("news-pill");
        getElement().setAttribute("role", "status");
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        show.addClickListener(event -> showNews());
        add(show);
        setVisible(false);
    }

    /** Has a view tell of so much that is new: whoever reads further down is told how much, and nothing moves. */
    public void tell(Component view, int newer) {
        if (newer > 0) {
            Newest.whetherAtTop(view, isAtTop -> arrived(newer, isAtTop));
        }
    }

    /** As much as a page holds may be more. */
    public void arrived(int newer, boolean isAtTop) {
        if (isAtTop) {
            showNews();
        } else {
            show(newer, newer >= KeyedPages.SIZE);
        }
    }

    private void showNews() {
        clear();
        onShow.run();
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
