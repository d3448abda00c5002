package org.semblance.identity.directory;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.identity.StepUp;
import org.semblance.platform.Permissions;

/**
 * Says whom an identity provider means by a user. Whoever links a user lets somebody in as them, so nobody links one who
 * may do more than they may themselves.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityLinkService {
    private final IdentityLinkStore links;
    private final StepUp stepUp;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IdentityLinkService() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public IdentityLinkService(IdentityLinkStore links, StepUp stepUp) {
        this.links = links;
        this.stepUp = stepUp;
    }

    /** Outside the container, which would give it the database. */
    public IdentityLinkService(DataSource database, IdentityLinkStore links, StepUp stepUp) {
        this.links = links;
        this.stepUp = stepUp;
        this.database = database;
    }

    @RolesAllowed(Permissions.USER_READ)
    public List<IdentityLink> list(UUID user) {
        Rights.requireEverywhere(Permissions.USER_READ);
        return links.list(new UserRows(database).require(user).id());
    }

    /** From now on the provider's user is this one. */
    @RolesAllowed(Permissions.USER_MANAGE)
    public IdentityLink link(UUID user, String issuer, String subject) {
        UserSummary found = requireToManage(user);
        stepUp.require();
        return links.add(found, issuer, subject);
    }

    @RolesAllowed(Permissions.USER_MANAGE)
    public void unlink(UUID user, long link) {
        UserSummary found = requireToManage(user);
        stepUp.require();
        links.remove(found, link);
    }

    private UserSummary requireToManage(UUID user) {
        Rights.requireEverywhere(Permissions.USER_MANAGE);
        UserSummary found = new UserRows(database).require(user);
        Rights.require(new Assignments(database).rights(user));
        return found;
    }
}
