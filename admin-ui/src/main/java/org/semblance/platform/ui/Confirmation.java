package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.function.SerializableRunnable;

/** Asks once more before something that is not easily taken back. */
public final class Confirmation {
    private Confirmation() {}

    /**
     * Asks, and does it when the answer is yes.
     *
     * @param action what the button says that does it
     */
    public static ConfirmDialog ask(String heading, String text, String action, SerializableRunnable work) {
        var dialog = new ConfirmDialog(
                heading,
                text,
                action,
                event -> work.run(),
                UI.getCurrent().getTranslation("action.cancel"),
                event -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
        return dialog;
    }
}
