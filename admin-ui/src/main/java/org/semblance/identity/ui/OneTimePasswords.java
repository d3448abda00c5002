package org.semblance.identity.ui;

import com.vaadin.flow.component.UI;
import org.semblance.identity.directory.UserWithPassword;
import org.semblance.platform.ui.SecretDialog;

/** Shows a one-time password, which is to be passed on to the user and told nobody else. */
final class OneTimePasswords {
    private OneTimePasswords() {}

    static void show(UserWithPassword made) {
        UI page = UI.getCurrent();
        new SecretDialog(
                        page.getTranslation(
                                "user.one-time.heading", made.user().traits().displayName()),
                        page.getTranslation("user.one-time.text", made.user().username()),
                        page.getTranslation("user.one-time"),
                        made.oneTimePassword())
                .open();
    }
}
