package org.semblance.identity.directory;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SecondFactors;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SessionStore;
import org.semblance.identity.SessionSummary;
import org.semblance.identity.StepUp;
import org.semblance.platform.Permissions;

/** Shows and ends sessions: their own to everybody, those of others to who keeps users. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionService {
    private final SessionStore sessions;
    private final SecondFactors factors;
    private final StepUp stepUp;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SessionService() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SessionService(SessionStore sessions, SecondFactors factors, StepUp stepUp) {
        this.sessions = sessions;
        this.factors = factors;
        this.stepUp = stepUp;
    }

    @PermitAll
    public List<SessionSummary> listOwn() {
        return sessions.list(CurrentUser.require().id());
    }

    /** Ends one of the caller's sessions, be it the one that they call from. */
    @PermitAll
    public void endOwn(UUID session) {
        end(CurrentUser.require().id(), session);
    }

    /** Ends all of the caller's sessions but the one that they call from. */
    @PermitAll
    public void endOthers() {
        var caller = CurrentUser.require();
        SessionProof own = caller.session();
        sessions.revokeAll(caller.id(), own == null ? null : own.id(), "revoked");
    }

    @RolesAllowed(Permissions.USER_READ)
    public List<SessionSummary> list(UUID user) {
        Rights.requireEverywhere(Permissions.USER_READ);
        new UserRows(database).require(user);
        return sessions.list(user);
    }

    /** Ends a session of somebody, or all of them. */
    @RolesAllowed(Permissions.USER_MANAGE)
    public void end(UUID user, @Nullable UUID session) {
        if (!CurrentUser.require().id().equals(user)) {
            requireToManage(user);
        }
        if (sessions.end(user, session, "revoked") == 0 && session != null) {
            throw new SessionNotFoundException(session);
        }
    }

    /** Takes the authenticator app from somebody who has lost it, and ends their sessions. */
    @RolesAllowed(Permissions.USER_MANAGE)
    public void removeSecondFactor(UUID user) {
        UserSummary found = requireToManage(user);
        stepUp.require();
        factors.remove(user, found.username());
        sessions.end(user, null, "second-factor-removed");
    }

    private UserSummary requireToManage(UUID user) {
        Rights.requireEverywhere(Permissions.USER_MANAGE);
        UserSummary found = new UserRows(database).require(user);
        Rights.require(new Assignments(database).rights(user));
        return found;
    }
}
