package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;

/** What the browser does when the server has forgotten it: it reloads, and so asks to sign in again. */
@VaadinServiceEnabled
@VaadinServiceScoped
public class PortalMessages implements SystemMessagesProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        return messages;
    }
}
