package org.semblance.portal;

import java.util.ArrayList;
import java.util.List;

/** What the administrators' views ask for, in memory. */
public class AdminFakes {
    public final FakeUsers users = new FakeUsers();
    public final FakeRoles roles = new FakeRoles();
    public final FakeDepartments departments = new FakeDepartments();
    public final FakeAudit audit = new FakeAudit();
    public final FakeVerifications trail = new FakeVerifications();
    public final FakePrivacy privacy = new FakePrivacy();

    public final FakeIdentityLinks links = new FakeIdentityLinks();
    public final FakeWebhooks webhooks = new FakeWebhooks();

    List<Object> all() {
        var all = new ArrayList<Object>(
                List.of(users, roles, departments, audit, trail, links, webhooks, webhooks.deliveries));
        all.addAll(privacy.all());
        return all;
    }
}
