package org.semblance.portal;

import java.util.List;

/** What the administrators' views ask for, in memory. */
public class AdminFakes {
    public final FakeUsers users = new FakeUsers();
    public final FakeRoles roles = new FakeRoles();
    public final FakeDepartments departments = new FakeDepartments();
    public final FakeAudit audit = new FakeAudit();
    public final FakeTrail trail = new FakeTrail();

    List<Object> all() {
        return List.of(users, roles, departments, audit, trail);
    }
}
