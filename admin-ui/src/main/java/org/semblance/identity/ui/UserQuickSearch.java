package org.semblance.identity.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.identity.directory.UserQuery;
import org.semblance.identity.directory.UserService;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.QuickSearch;

/** Finds users by what their name, user name or e-mail address begins with. */
@ApplicationScoped
public class UserQuickSearch implements QuickSearch {
    private final UserService users;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UserQuickSearch() {
        this(null);
    }

    @Inject
    public UserQuickSearch(UserService users) {
        this.users = users;
    }

    @Override
    public String heading() {
        return "quick.users";
    }

    @Override
    public String permission() {
        return Permissions.USER_READ;
    }

    @Override
    public String path() {
        return "users";
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return users.list(new UserQuery(text, null, null, null, null, limit)).items().stream()
                .map(UserQuickSearch::hit)
                .toList();
    }

    private static Hit hit(UserSummary user) {
        String name = user.traits().displayName();
        return new Hit(name, user.username(), "users/" + user.id());
    }
}
