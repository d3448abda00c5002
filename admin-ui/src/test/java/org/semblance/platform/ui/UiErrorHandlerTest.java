package org.semblance.platform.ui;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.PrettyPrintTreeKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.NoFaceException;
import org.semblance.idempotency.KeyReusedException;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.RequestContext;
import org.semblance.portal.PortalTest;
import org.semblance.vision.install.PackInstalledException;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

class UiErrorHandlerTest extends PortalTest {

    @AfterEach
    void forgetRequest() {
        RequestContext.end();
    }

    @Test
    void says_a_problem_in_the_users_language_with_its_code_and_the_request() {
        RequestContext.begin("request-1", "127.0.0.1");

        handle(new EJBException(new NoFaceException()));

        assertThat(shown()).contains("No face was found").contains("no-face · request-1");
    }

    @Test
    void says_in_the_users_language_what_the_problem_names() {
        UI.getCurrent().setLocale(Locale.GERMAN);

        handle(new PackInstalledException("starter"));

        assertThat(shown()).contains("Ein Modellpaket „starter“ ist schon installiert");
    }

    @Test
    void lets_a_problem_say_itself_what_no_translation_can_know() {
        handle(new InvalidInputException("folder", "folder names no directory"));

        assertThat(shown())
                .contains("That cannot be used as it is: folder names no directory")
                .contains("invalid-input");
    }

    @Test
    void lets_a_problem_without_translation_speak_for_itself() {
        handle(new KeyReusedException());

        assertThat(shown()).contains("This Idempotency-Key stands for another request");
    }

    @Test
    void tells_nothing_of_an_accident_but_its_id() {
        RequestContext.begin("request-2", "127.0.0.1");

        handle(new IllegalStateException("secret detail"));

        assertThat(shown())
                .contains("Something went wrong")
                .contains("request-2")
                .doesNotContain("secret");
    }

    @Test
    void says_when_something_is_not_permitted() {
        handle(new EJBAccessException("WFLYEJB0364"));

        assertThat(shown()).contains("not permitted").doesNotContain("WFLY");
    }

    @Test
    void guards_work_outside_of_the_page() {
        boolean fine = UiErrorHandler.guard(UI.getCurrent(), () -> {
            throw new NoFaceException();
        });
        settle();

        assertThat(fine).isFalse();
        assertThat(shown()).contains("No face was found");
    }

    @Test
    void a_page_whose_session_has_ended_is_no_failure_to_tell_of() {
        List<LogRecord> told = new ArrayList<>();
        var log = Logger.getLogger(UiErrorHandler.class.getName());
        var listener = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                told.add(entry);
            }
        };
        log.addHandler(listener);
        UI before = UI.getCurrent();
        UI.setCurrent(new UI());

        new UiErrorHandler().error(new ErrorEvent(new IllegalStateException("there is no session")));

        UI.setCurrent(before);
        log.removeHandler(listener);
        assertThat(told).isEmpty();
    }

    private void handle(Throwable thrown) {
        new UiErrorHandler().error(new ErrorEvent(thrown));
        settle();
    }

    private static String shown() {
        assertThat(NotificationsKt.getNotifications()).hasSize(1);
        return PrettyPrintTreeKt.toPrettyTree(_find(Notification.class).get(0));
    }
}
