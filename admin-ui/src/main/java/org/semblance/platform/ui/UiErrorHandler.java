package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import jakarta.ejb.EJBAccessException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Problem;
import org.semblance.platform.RequestContext;

/**
 * Says what went wrong: a problem in its own words, anything else as an accident with an id under which the log tells
 * more. The one place in the portal that logs what nobody expected.
 */
@VaadinServiceEnabled
@VaadinServiceScoped
public class UiErrorHandler implements ErrorHandler {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(UiErrorHandler.class);

    @Override
    public void error(ErrorEvent event) {
        if (Departure.behind(event.getThrowable()).isPresent()) {
            LOG.debug("The browser went away before it had its answer");
            return;
        }
        UI ui = UI.getCurrent();
        if (ui != null && ui.getSession() == null) {
            LOG.debug("The session ended while the page was answered");
            return;
        }
        Failure failure = explain(event.getThrowable());
        if (ui != null && ui.isAttached()) {
            OnPage.run(ui, failure::show);
        }
    }

    /** Runs work outside of the page's lock; what goes wrong is shown on the page. False when it went wrong. */
    public static boolean guard(UI ui, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            Failure failure = explain(e);
            OnPage.run(ui, failure::show);
            return false;
        }
    }

    /** What nobody waits for: empty when it went wrong, which only the log is told. */
    static <T> Optional<T> quietly(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException e) {
            LOG.debugf(e, "The page goes without something");
            return Optional.empty();
        }
    }

    /** A problem's message in the user's language. */
    public static String message(Problem problem) {
        Object[] parameters = problem.parameters().toArray();
        return Translations.translate("problem." + problem.code(), problem.getMessage(), locale(), parameters);
    }

    /** What to tell the user; logs what is no problem of theirs. */
    static Failure explain(Throwable thrown) {
        String request = Optional.ofNullable(RequestContext.requestId())
                .orElseGet(() -> UUID.randomUUID().toString());
        Optional<Problem> problem = find(thrown, Problem.class);
        if (problem.isPresent()) {
            return new Failure(problem.get(), "", problem.get().code(), request);
        }
        if (find(thrown, EJBAccessException.class).isPresent()) {
            return new Failure(null, "error.forbidden", "forbidden", request);
        }
        LOG.errorf(thrown, "The portal failed in request %s", request);
        return new Failure(null, "error.unexpected", "internal-error", request);
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }

    /** What went wrong, ready to be shown in the user's language. */
    record Failure(@Nullable Problem problem, String key, String code, String request) {

        String text() {
            return problem == null ? Translations.translate(key, key, locale()) : message(problem);
        }

        void show() {
            Notice.failure(text(), code + " · " + request);
        }
    }
}
