package org.semblance.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.semblance.identity.directory.DepartmentSummary;
import org.semblance.identity.directory.UserService;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.ui.Cells;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeyedPages;
import org.semblance.platform.ui.ListGrid;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.Portrait;
import org.semblance.platform.ui.TimeColumn;

/** Users as rows, read page by page as somebody scrolls. */
final class UserGrid extends ListGrid<UserSummary> {
    private static final long serialVersionUID = 1L;

    private final transient UserService users;
    private Map<Long, String> departments = Map.of();

    UserGrid(UserService users) {
        this.users = users;
        addColumn(name()).setHeader(getTranslation("users.name")).setFlexGrow(3);
        var roles = addColumn(user -> UserTexts.grants(user.roles()))
                .setHeader(getTranslation("users.roles"))
                .setTooltipGenerator(user -> UserTexts.grants(user.roles()))
                .setFlexGrow(3);
        var department = addColumn(this::department)
                .setHeader(getTranslation("users.department"))
                .setFlexGrow(2);
        var seen = TimeColumn.toTheMinute(
                        addColumn(user -> Optional.ofNullable(user.standing().lastSignInAt())
                                .map(LocalFormat::format)
                                .orElse("–")))
                .setHeader(getTranslation("users.last-sign-in"));
        var state = addColumn(Cells.badge(UserTexts::badge))
                .setHeader(getTranslation("users.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        NarrowPage.hide(this, List.of(roles, department, seen, state));
    }

    /** Shows whom the address asks for. */
    void show(UsersAddress address, List<DepartmentSummary> known) {
        departments = known.stream().collect(Collectors.toMap(DepartmentSummary::id, DepartmentSummary::name));
        var all = new Button(getTranslation("filter.clear"), event -> UsersAddress.ALL.open());
        setEmptyStateComponent(
                new EmptyState(PortalIcon.USERS, getTranslation("users.none"), getTranslation("users.none.text"), all));
        var pages = new KeyedPages<UUID, UserSummary>((after, limit) -> {
            var page = users.list(address.query(after, limit));
            return new KeyedPages.Part<>(page.items(), page.next());
        });
        pages.fill(this);
    }

    private static LitRenderer<UserSummary> name() {
        return Portrait.<UserSummary>in("""
                        <div class="person-name">
                          PORTRAIT
                          <div class="list-text">
                            <a href="${item.address}">${item.name}</a>
                            <span class="secondary">${item.username}</span>
                            <span class="${item.look} narrow-only">${item.state}</span>
                          </div>
                        </div>
                        """, user -> user.traits().displayName(), user -> null)
                .withProperty("address", user -> "users/" + user.id())
                .withProperty("username", UserSummary::username)
                .withProperty("look", user -> UserTexts.badge(user).getClassName())
                .withProperty("state", user -> UserTexts.badge(user).getText());
    }

    private String department(UserSummary user) {
        Long id = user.traits().departmentId();
        return id == null ? "" : departments.getOrDefault(id, "");
    }
}
