package org.semblance.privacy;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.gallery.HeldPerson;
import org.semblance.gallery.LegalHold;
import org.semblance.gallery.LegalHoldId;
import org.semblance.gallery.LegalHolds;
import org.semblance.gallery.PersonId;
import org.semblance.identity.CurrentUser;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** Places and releases legal holds: while one is in force, nothing of the person can be removed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HoldService {
    private static final int LONGEST_REASON = 500;

    private final LegalHolds holds;
    private final Clock clock;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected HoldService() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public HoldService(LegalHolds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Keeps a person from now on.
     *
     * @param until when the hold ends by itself; null until it is released
     */
    @RolesAllowed(Permissions.HOLD_MANAGE)
    public LegalHold place(PersonId person, String reason, @Nullable Instant until) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidInputException("reason", "reason has 1 to " + LONGEST_REASON + " characters");
        }
        if (until != null && !until.isAfter(clock.instant())) {
            throw new InvalidInputException("until", "until lies in the future, or is left out");
        }
        return holds.place(person, reason, until, actor());
    }

    @RolesAllowed(Permissions.HOLD_MANAGE)
    public List<LegalHold> list(PersonId person) {
        return holds.list(person);
    }

    /**
     * The holds of all persons, the latest first, before an id; 0 for the beginning. Names come only with the permission
     * to see persons.
     *
     * @param all whether those that are over are wanted too
     */
    @RolesAllowed(Permissions.HOLD_MANAGE)
    public Page<HeldPerson> listLatest(boolean all, long before, int limit) {
        return holds.listLatest(all, CurrentUser.require().scope(Permissions.PERSON_READ), before, limit);
    }

    @RolesAllowed(Permissions.HOLD_MANAGE)
    public void release(PersonId person, LegalHoldId hold) {
        holds.release(person, hold, actor());
    }

    private Actor actor() {
        return Actor.caller(caller.getCallerPrincipal().getName());
    }
}
