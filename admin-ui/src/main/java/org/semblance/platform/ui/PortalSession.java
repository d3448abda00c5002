package org.semblance.platform.ui;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.UserAccess;

/** Who has signed in, kept in the HTTP session and nowhere else. */
public final class PortalSession {
    static final String USER = "org.semblance.portal.user";

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
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(USER, user);
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
