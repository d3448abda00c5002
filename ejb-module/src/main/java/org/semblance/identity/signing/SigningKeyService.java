package org.semblance.identity.signing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.audit.Actor;
import org.semblance.identity.StepUp;
import org.semblance.platform.Permissions;

/** Lists and changes the keys that sign access tokens. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Permissions.SIGNING_KEY_MANAGE)
public class SigningKeyService {
    private final SigningKeyStore store;
    private final SigningKeyRotation rotation;
    private final StepUp stepUp;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SigningKeyService() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public SigningKeyService(SigningKeyStore store, SigningKeyRotation rotation, StepUp stepUp) {
        this.store = store;
        this.rotation = rotation;
        this.stepUp = stepUp;
    }

    @RolesAllowed(Permissions.SIGNING_KEY_MANAGE)
    public List<SigningKeySummary> list() {
        return store.list();
    }

    /** Makes another key, which signs from now on; tokens of the old one count until they expire. */
    @RolesAllowed(Permissions.SIGNING_KEY_MANAGE)
    public List<SigningKeySummary> rotate() {
        stepUp.require();
        rotation.rotate(Actor.caller(caller.getCallerPrincipal().getName()));
        return store.list();
    }
}
