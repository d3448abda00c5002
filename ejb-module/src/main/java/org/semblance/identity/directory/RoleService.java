package org.semblance.identity.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.semblance.identity.Scope;
import org.semblance.identity.StepUp;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;

/** Makes, lists, changes and removes roles; those that came with the product stay as they are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoleService {
    private final RoleStore roles;
    private final StepUp stepUp;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RoleService() {
        this(null, null);
    }

    @Inject
    public RoleService(RoleStore roles, StepUp stepUp) {
        this.roles = roles;
        this.stepUp = stepUp;
    }

    @RolesAllowed(Permissions.USER_READ)
    public List<RoleSummary> list() {
        return roles.list();
    }

    @RolesAllowed(Permissions.USER_READ)
    public RoleSummary require(String role) {
        return roles.require(role);
    }

    @RolesAllowed(Permissions.ROLE_MANAGE)
    public RoleSummary create(RoleDefinition role) {
        requireToManage(role.permissions());
        roles.add(role);
        return roles.require(role.name());
    }

    @RolesAllowed(Permissions.ROLE_MANAGE)
    public RoleSummary change(String role, Function<RoleSummary, RoleDefinition> patch, ExpectedVersion expected) {
        RoleSummary before = roles.require(role);
        requireToManage(before.permissions());
        RoleDefinition wanted = patch.apply(before);
        requireToManage(wanted.permissions());
        roles.change(wanted, expected);
        return roles.require(wanted.name());
    }

    @RolesAllowed(Permissions.ROLE_MANAGE)
    public void delete(String role) {
        requireToManage(roles.require(role).permissions());
        roles.remove(role);
    }

    private void requireToManage(Iterable<String> permissions) {
        Rights.requireEverywhere(Permissions.ROLE_MANAGE);
        var concerned = new java.util.ArrayList<String>();
        permissions.forEach(concerned::add);
        Rights.require(concerned, Scope.EVERYWHERE);
        stepUp.require();
    }
}
