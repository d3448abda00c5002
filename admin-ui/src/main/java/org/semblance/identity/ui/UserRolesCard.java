package org.semblance.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.ui.Notice;

/** What a user may do: roles, everywhere or in single galleries; what is given or taken counts at once. */
final class UserRolesCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient UserDesk desk;
    private final SerializableConsumer<UserSummary> onChanged;
    final RoleGrantList list = new RoleGrantList(this::take);
    final Paragraph none = new Paragraph(getTranslation("user.roles.none"));
    final RoleGrantPicker picker;
    private transient @Nullable UserSummary user;

    UserRolesCard(UserDesk desk, SerializableConsumer<UserSummary> onChanged) {
        this.desk = desk;
        this.onChanged = onChanged;
        this.picker = new RoleGrantPicker(desk, this::give);
        addClassName("card");
        none.addClassName("secondary");
        picker.setVisible(UserDesk.mayManage());
        add(new H2(getTranslation("users.roles")), none, list, picker);
    }

    void show(UserSummary shown) {
        user = shown;
        none.setVisible(shown.roles().isEmpty());
        list.show(shown.roles(), UserDesk.mayManage());
    }

    private void give(RoleGrant grant) {
        desk.sensitive(() -> {
            UserSummary changed = desk.users().give(requireUser().id(), grant);
            picker.clear();
            onChanged.accept(changed);
            Notice.success(getTranslation("user.role.given", UserTexts.grant(grant)));
        });
    }

    private void take(RoleGrant grant) {
        desk.sensitive(() -> {
            onChanged.accept(desk.users().take(requireUser().id(), grant));
            Notice.success(getTranslation("user.role.taken", UserTexts.grant(grant)));
        });
    }

    private UserSummary requireUser() {
        if (user == null) {
            throw new IllegalStateException("The card shows nobody");
        }
        return user;
    }
}
