package org.semblance.surveillance.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** What people do with rules. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessRuleService {
    private final AccessRuleStore rules;
    private final AccessBook book;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessRuleService() {
        this(null, null);
    }

    @Inject
    public AccessRuleService(AccessRuleStore rules, AccessBook book) {
        this.rules = rules;
        this.book = book;
    }

    /** All rules, or those that hold at a door. */
    @RolesAllowed(Permissions.ACCESS_READ)
    public Page<AccessRule> list(@Nullable DoorName door, long after, int limit) {
        if (door != null) {
            book.require(door);
        }
        return rules.list(door, after, limit);
    }

    @RolesAllowed(Permissions.ACCESS_READ)
    public AccessRule require(AccessRuleId id) {
        return rules.require(id);
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public AccessRule create(NewAccessRule said) {
        AccessRule made = rules.add(said);
        book.read();
        return made;
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public AccessRule change(AccessRuleId id, NewAccessRule said, ExpectedVersion expected) {
        AccessRule changed = rules.change(id, said, expected);
        book.read();
        return changed;
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public void remove(AccessRuleId id, ExpectedVersion expected) {
        rules.remove(id, expected);
        book.read();
    }
}
