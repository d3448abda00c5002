package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import java.util.Locale;

/**
 * What the browser says when the server has forgotten it, or has failed: in the user's language, and without losing what
 * they have written but not saved. The page loads again when they say so, asks to sign in, and comes back to where it was.
 */
@VaadinServiceEnabled
@VaadinServiceScoped
public class PortalMessages implements SystemMessagesProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        Locale locale = info.getLocale();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(text("session.ended", locale));
        messages.setSessionExpiredMessage(text("session.ended.text", locale));
        messages.setInternalErrorCaption(text("session.failed", locale));
        messages.setInternalErrorMessage(text("session.failed.text", locale));
        messages.setCookiesDisabledCaption(text("session.cookies", locale));
        messages.setCookiesDisabledMessage(text("session.cookies.text", locale));
        return messages;
    }

    private static String text(String key, Locale locale) {
        return Translations.translate(key, key, locale);
    }
}
