package org.semblance.portal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.identity.directory.RoleDefinition;
import org.semblance.identity.directory.RoleNotFoundException;
import org.semblance.identity.directory.RoleService;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;

/** Roles in memory: one that came with the product, and those that a test makes. */
public class FakeRoles extends RoleService {
    private final Map<String, RoleSummary> roles = new TreeMap<>();

    /** Whether the next change asks for the password. */
    public boolean needsStepUp;

    public FakeRoles() {
        var usage = new RoleSummary.Usage(2, 0);
        roles.put("auditor", new RoleSummary("auditor", "Reads", true, List.of(Permissions.AUDIT_READ), usage));
    }

    public void have(String name, long users, String... permissions) {
        roles.put(name, new RoleSummary(name, "Does", false, List.of(permissions), new RoleSummary.Usage(users, 0)));
    }

    @Override
    public List<RoleSummary> list() {
        return List.copyOf(roles.values());
    }

    @Override
    public RoleSummary require(String role) {
        RoleSummary found = roles.get(role);
        if (found == null) {
            throw new RoleNotFoundException(role);
        }
        return found;
    }

    @Override
    public RoleSummary create(RoleDefinition role) {
        if (needsStepUp) {
            needsStepUp = false;
            throw new StepUpRequiredException();
        }
        return put(role, new RoleSummary.Usage(0, 0));
    }

    @Override
    public RoleSummary change(String role, Function<RoleSummary, RoleDefinition> patch, ExpectedVersion expected) {
        RoleSummary before = require(role);
        expected.check(before.usage().version());
        return put(
                patch.apply(before),
                new RoleSummary.Usage(before.usage().users(), before.usage().version() + 1));
    }

    @Override
    public void delete(String role) {
        require(role);
        roles.remove(role);
    }

    private RoleSummary put(RoleDefinition role, RoleSummary.Usage usage) {
        var permissions = role.permissions().stream().sorted().toList();
        roles.put(role.name(), new RoleSummary(role.name(), role.description(), false, permissions, usage));
        return require(role.name());
    }
}
