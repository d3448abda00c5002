package org.semblance.platform.ui;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.UserAccess;
import org.semblance.platform.Problem;

/** Who has signed in, kept in the HTTP session and nowhere else. */
public final class PortalSession {
    static final String USER = "org.semblance.portal.user";
    private static final String EXIT = "org.semblance.portal.exit";
    private static final String REFUSAL = "org.semblance.portal.refusal";

    private PortalSession() {}

    /** Whoever has signed in in the session of the current page. */
    public static Optional<SignedInUser> user() {
        var session = VaadinSession.getCurrent();
        if (session == null || session.getSession() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable((SignedInUser) session.getSession().getAttribute(USER));
    }

    /** Whether the user of the current page holds a permission: decides what is shown, never what is allowed. */
    public static boolean permits(String permission) {
        return user().map(user -> user.permissions().contains(permission)).orElse(false);
    }

    /** Begins the session of a user under a new id, so that an id known from before is worth nothing. */
    public static void begin(SignedInUser user) {
        begin(VaadinServletRequest.getCurrent().getHttpServletRequest(), user, Optional.empty());
    }

    /**
     * Begins the session of a user who came from elsewhere.
     *
     * @param exit where their browser goes when they sign out; to the sign-in page where it is empty
     */
    public static void begin(HttpServletRequest request, SignedInUser user, Optional<String> exit) {
        request.getSession();
        request.changeSessionId();
        HttpSession session = request.getSession();
        session.setAttribute(USER, user);
        session.setAttribute(EXIT, exit.orElse(null));
    }

    /** Keeps something for a later request of the same browser. */
    public static void keep(HttpServletRequest request, Serializable value) {
        request.getSession().setAttribute(value.getClass().getName(), value);
    }

    /** What was kept last, once. */
    public static <T extends Serializable> Optional<T> take(HttpServletRequest request, Class<T> type) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Object kept = session.getAttribute(type.getName());
        session.removeAttribute(type.getName());
        return Optional.ofNullable(type.cast(kept));
    }

    /** Has the sign-in page say why somebody did not come in. */
    public static void refuse(HttpServletRequest request, Problem problem) {
        request.getSession().setAttribute(REFUSAL, problem);
    }

    /** Why whoever sees the current page did not come in, once. */
    public static Optional<Problem> takeRefusal() {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        var problem = (Problem) session.getAttribute(REFUSAL);
        session.removeAttribute(REFUSAL);
        return Optional.ofNullable(problem);
    }

    /** The view, within the portal, that the user asked for before they were asked who they are; empty for the first. */
    public static String wanted(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object wanted = session.getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
        session.removeAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
        return wanted == null ? "" : wanted.toString();
    }

    /** Whether the user of the current page asked for some view other than the first before they were asked who they are. */
    public static boolean isAwaited() {
        Object wanted =
                VaadinSession.getCurrent().getSession().getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
        return wanted != null && !wanted.toString().isEmpty();
    }

    /** Where the browser goes when the user of the current page signs out. */
    static String exit() {
        Object exit = VaadinSession.getCurrent().getSession().getAttribute(EXIT);
        return exit == null ? "login" : exit.toString();
    }

    /** Ends the session with everything in it. */
    public static void end() {
        var session = VaadinSession.getCurrent().getSession();
        session.removeAttribute(USER);
        session.invalidate();
    }

    /** Whoever has signed in, with what they may do now; nobody, and no session either, when theirs has ended. */
    static Optional<SignedInUser> renew(HttpServletRequest request, UserAccess access) {
        return user(request).flatMap(known -> {
            var proof = known.session();
            var current = proof == null ? Optional.<SignedInUser>empty() : access.find(known.id(), proof.id());
            HttpSession session = request.getSession();
            current.ifPresentOrElse(user -> keep(session, known, user), session::invalidate);
            return current;
        });
    }

    private static void keep(HttpSession session, SignedInUser known, SignedInUser current) {
        if (!current.equals(known)) {
            session.setAttribute(USER, current);
        }
    }

    static Optional<SignedInUser> user(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((SignedInUser) session.getAttribute(USER));
    }
}
