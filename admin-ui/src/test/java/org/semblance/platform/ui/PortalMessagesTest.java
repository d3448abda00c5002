package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.semblance.portal.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

class PortalMessagesTest extends PortalTest {

    @Test
    void a_session_that_ended_is_told_in_the_users_language_and_nothing_is_lost() {
        var info = new SystemMessagesInfo(Locale.GERMAN, VaadinRequest.getCurrent(), VaadinService.getCurrent());

        SystemMessages messages = new PortalMessages().getSystemMessages(info);

        assertThat(messages.isSessionExpiredNotificationEnabled()).isTrue();
        assertThat(messages.getSessionExpiredCaption()).isEqualTo("Ihre Sitzung ist beendet");
        assertThat(messages.getSessionExpiredMessage()).contains("Sie kommen auf diese Seite zurück");
        assertThat(messages.getSessionExpiredURL()).isNull();
    }

    @Test
    void a_server_that_is_away_is_waited_for() {
        var dialog = UI.getCurrent().getReconnectDialogConfiguration();

        assertThat(dialog.getDialogText()).startsWith("The server cannot be reached");
        assertThat(dialog.getReconnectAttempts()).isGreaterThan(100);
    }
}
