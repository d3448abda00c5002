package org.semblance.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.semblance.gallery.AlreadyExistsException;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.identity.directory.NewUser;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.identity.directory.UserNotFoundException;
import org.semblance.identity.directory.UserPage;
import org.semblance.identity.directory.UserPatch;
import org.semblance.identity.directory.UserQuery;
import org.semblance.identity.directory.UserService;
import org.semblance.identity.directory.UserSummary;
import org.semblance.identity.directory.UserTraits;
import org.semblance.identity.directory.UserWithPassword;
import org.semblance.platform.ExpectedVersion;

/** Users in memory. */
public class FakeUsers extends UserService {
    private final Map<UUID, UserSummary> users = new LinkedHashMap<>();
    public final List<UserQuery> queries = new ArrayList<>();

    /** Whether the next sensitive change asks for the password. */
    public boolean needsStepUp;

    /** Somebody who has chosen a password. */
    public UserSummary have(String username, RoleGrant... roles) {
        return put(new UserSummary(
                new UUID(7, users.size() + 1L),
                username,
                new UserTraits("The " + username, null, null, true),
                List.of(roles),
                new UserSummary.Standing(false, false, Instant.EPOCH, null, 0)));
    }

    public UserSummary put(UserSummary user) {
        users.put(user.id(), user);
        return user;
    }

    @Override
    public UserPage list(UserQuery query) {
        queries.add(query);
        var found = users.values().stream()
                .filter(user -> query.after() == null || user.id().compareTo(query.after()) > 0)
                .filter(user -> user.username().startsWith(query.text()))
                .filter(user -> query.active() == null
                        || query.active() == user.traits().isActive())
                .filter(user -> query.departmentId() == null
                        || query.departmentId().equals(user.traits().departmentId()))
                .filter(user -> query.role() == null
                        || user.roles().stream().anyMatch(grant -> grant.role().equals(query.role())))
                .toList();
        boolean more = found.size() > query.limit();
        var items = more ? found.subList(0, query.limit()) : found;
        return new UserPage(
                items, more ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty());
    }

    @Override
    public UserSummary require(UUID user) {
        return Optional.ofNullable(users.get(user)).orElseThrow(() -> new UserNotFoundException(user));
    }

    @Override
    public UserWithPassword create(NewUser user) {
        stepUp();
        if (users.values().stream().anyMatch(known -> known.username().equals(user.username()))) {
            throw new AlreadyExistsException("The user", new IllegalStateException());
        }
        var made = put(new UserSummary(
                new UUID(7, users.size() + 1L),
                user.username(),
                user.traits(),
                user.roles(),
                new UserSummary.Standing(true, false, Instant.EPOCH, null, 0)));
        return new UserWithPassword(made, "one-time-secret");
    }

    @Override
    public UserSummary change(UUID user, UserPatch patch, ExpectedVersion expected) {
        UserSummary before = require(user);
        expected.check(before.standing().version());
        return put(with(before, patch.apply(before.traits()), before.roles()));
    }

    @Override
    public UserWithPassword resetPassword(UUID user) {
        stepUp();
        return new UserWithPassword(require(user), "another-secret");
    }

    @Override
    public UserSummary give(UUID user, RoleGrant role) {
        stepUp();
        var roles = new ArrayList<>(require(user).roles());
        roles.add(role);
        return put(with(require(user), require(user).traits(), roles));
    }

    @Override
    public UserSummary take(UUID user, RoleGrant role) {
        stepUp();
        var roles = new ArrayList<>(require(user).roles());
        roles.remove(role);
        return put(with(require(user), require(user).traits(), roles));
    }

    private void stepUp() {
        if (needsStepUp) {
            needsStepUp = false;
            throw new StepUpRequiredException();
        }
    }

    private static UserSummary with(UserSummary user, UserTraits traits, List<RoleGrant> roles) {
        var old = user.standing();
        var standing = new UserSummary.Standing(
                old.mustChangePassword(),
                old.hasSecondFactor(),
                old.createdAt(),
                old.lastSignInAt(),
                old.version() + 1);
        return new UserSummary(user.id(), user.username(), traits, roles, standing);
    }
}
