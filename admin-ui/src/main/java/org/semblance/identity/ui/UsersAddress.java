package org.semblance.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.UserQuery;
import org.semblance.platform.ui.AddressText;

/** What the address of the users' view narrows the list to. */
record UsersAddress(String text, Optional<Boolean> active, Optional<String> role, Optional<Long> department) {
    static final UsersAddress ALL = new UsersAddress("", Optional.empty(), Optional.empty(), Optional.empty());
    static final String ACTIVE = "active";
    static final String DISABLED = "disabled";
    private static final String TEXT = "q";
    private static final String STATE = "state";
    private static final String ROLE = "role";
    private static final String DEPARTMENT = "department";

    static UsersAddress of(Location location) {
        return new UsersAddress(
                AddressText.text(location, TEXT).orElse(""),
                AddressText.text(location, STATE)
                        .filter(state -> state.equals(ACTIVE) || state.equals(DISABLED))
                        .map(ACTIVE::equals),
                AddressText.text(location, ROLE),
                AddressText.number(location, DEPARTMENT));
    }

    boolean isAll() {
        return equals(ALL);
    }

    UserQuery query(Optional<UUID> after, int limit) {
        @Nullable Boolean state = active.orElse(null);
        return new UserQuery(text, state, department.orElse(null), role.orElse(null), after.orElse(null), limit);
    }

    void open() {
        var address = new AddressText()
                .with(TEXT, text)
                .with(STATE, active.map(is -> is ? ACTIVE : DISABLED).orElse(null))
                .with(ROLE, role.orElse(null))
                .with(DEPARTMENT, department.orElse(null));
        UI.getCurrent().navigate(UsersView.class, address.parameters());
    }
}
