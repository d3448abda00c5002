package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.function.SerializableRunnable;

/** Asks before something that cannot be taken back. */
public final class Confirmation {
    private Confirmation() {}

    /**
     * Asks, and does it when the answer is yes.
     *
     * @param action key of what the button says that does it
     */
    public static void ask(String heading, String text, String action, SerializableRunnable work) {
        UI page = UI.getCurrent();
        var question = new ConfirmDialog(heading, text, page.getTranslation(action), event -> work.run());
        question.setCancelable(true);
        question.setCancelText(page.getTranslation("action.cancel"));
        question.setConfirmButtonTheme("error primary");
        question.open();
    }
}
