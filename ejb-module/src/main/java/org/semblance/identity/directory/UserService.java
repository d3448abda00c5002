package org.semblance.identity.directory;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.identity.OneTimePassword;
import org.semblance.identity.Scope;
import org.semblance.identity.StepUp;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;

/**
 * Makes, lists and changes users and gives them roles. Whoever keeps users in some galleries only gives and takes roles
 * there; everything else about users concerns all galleries.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UserService {
    private final DirectoryStore users;
    private final RoleStore roles;
    private final StepUp stepUp;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UserService() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public UserService(DirectoryStore users, RoleStore roles, StepUp stepUp) {
        this.users = users;
        this.roles = roles;
        this.stepUp = stepUp;
    }

    /** Outside the container, which would give it the database. */
    public UserService(DataSource database, DirectoryStore users, RoleStore roles, StepUp stepUp) {
        this.users = users;
        this.roles = roles;
        this.stepUp = stepUp;
        this.database = database;
    }

    @RolesAllowed(Permissions.USER_READ)
    public UserPage list(UserQuery query) {
        Rights.requireEverywhere(Permissions.USER_READ);
        return new UserRows(database).list(query);
    }

    @RolesAllowed(Permissions.USER_READ)
    public UserSummary require(UUID user) {
        Rights.requireEverywhere(Permissions.USER_READ);
        return new UserRows(database).require(user);
    }

    /** Makes a user, who chooses a password of their own at the first sign-in. */
    @RolesAllowed(Permissions.USER_MANAGE)
    public UserWithPassword create(NewUser user) {
        Rights.requireEverywhere(Permissions.USER_MANAGE);
        user.roles().forEach(this::requireToAssign);
        stepUp.require();
        var password = OneTimePassword.generate();
        UUID id = users.add(user, password);
        return new UserWithPassword(new UserRows(database).require(id), password.text());
    }

    @RolesAllowed(Permissions.USER_MANAGE)
    public UserSummary change(UUID user, UserPatch patch, ExpectedVersion expected) {
        requireToManage(user);
        users.change(user, patch, expected);
        return new UserRows(database).require(user);
    }

    /** Gives a user who has forgotten theirs a one-time password, and ends their sessions. */
    @RolesAllowed(Permissions.USER_MANAGE)
    public UserWithPassword resetPassword(UUID user) {
        requireToManage(user);
        stepUp.require();
        var password = OneTimePassword.generate();
        users.resetPassword(user, password);
        return new UserWithPassword(new UserRows(database).require(user), password.text());
    }

    @RolesAllowed(Permissions.USER_MANAGE)
    public UserSummary give(UUID user, RoleGrant role) {
        requireToAssign(role);
        stepUp.require();
        users.give(user, role);
        return new UserRows(database).require(user);
    }

    @RolesAllowed(Permissions.USER_MANAGE)
    public UserSummary take(UUID user, RoleGrant role) {
        requireToAssign(role);
        stepUp.require();
        users.take(user, role);
        return new UserRows(database).require(user);
    }

    private void requireToManage(UUID user) {
        Rights.requireEverywhere(Permissions.USER_MANAGE);
        new UserRows(database).require(user);
        Rights.require(new Assignments(database).rights(user));
    }

    private void requireToAssign(RoleGrant role) {
        Scope where = new Assignments(database).where(role);
        Rights.require(java.util.List.of(Permissions.USER_MANAGE), where);
        Rights.require(roles.require(role.role()).permissions(), where);
    }
}
