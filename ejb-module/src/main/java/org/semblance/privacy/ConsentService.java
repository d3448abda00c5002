package org.semblance.privacy;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.semblance.audit.Actor;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** Records what persons agree to and take back, and tells it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConsentService {
    private final ConsentStore consents;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ConsentService() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public ConsentService(ConsentStore consents) {
        this.consents = consents;
    }

    /** In force at once, on every node. */
    @RolesAllowed(Permissions.CONSENT_MANAGE)
    public Consent record(PersonId person, NewConsent said) {
        return consents.add(
                person, said, Actor.caller(caller.getCallerPrincipal().getName()));
    }

    @RolesAllowed(Permissions.CONSENT_READ)
    public Page<Consent> list(PersonId person, long after, int limit) {
        return consents.list(person, after, limit);
    }

    /** Since when nobody matches the person; nothing while they are matched. */
    @RolesAllowed({Permissions.CONSENT_READ, Permissions.CONSENT_MANAGE})
    public Optional<Instant> suspendedAt(PersonId person) {
        return consents.suspendedAt(person);
    }
}
