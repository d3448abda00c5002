package org.semblance.identity.ui;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTable;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class RolesViewTest extends PortalTest {
    {
        services.preferAdmin();
    }

    @Test
    void shows_every_permission_of_every_role_with_how_many_have_it() {
        services.admin.roles.have("greeter", 0, Permissions.SEARCH_RUN);
        open(Permissions.USER_READ);

        var table = _get(NativeTable.class);

        assertThat(table.getBody().getRows()).hasSize(Permissions.ALL.size() + PermissionGroup.values().length);
        assertThat(table.getHead().getElement().getTextRecursively())
                .contains("Auditor", "2 users", "greeter", "nobody");
        assertThat(_find(Button.class, spec -> spec.withText("Create role"))).isEmpty();
        assertThat(_find(table, Button.class)).isEmpty();
    }

    @Test
    void makes_a_role_of_what_the_maker_has() {
        services.signIns.have("ada", "a good password", false);
        services.admin.roles.needsStepUp = true;
        open(Permissions.USER_READ, Permissions.ROLE_MANAGE, Permissions.SEARCH_RUN);

        _click(_get(RolesView.class).create);
        var dialog = _get(RoleDialog.class);
        _click(dialog.save);
        assertThat(dialog.name.isInvalid()).isTrue();
        dialog.name.setValue("greeter");
        dialog.description.setValue("Greets guests");
        dialog.permissions.choose(Set.of(Permissions.SEARCH_RUN, Permissions.AUDIT_READ));
        _click(dialog.save);
        var again = _get(PasswordAgain.class);
        again.password.setValue("a good password");
        _click(again.submit);

        assertThat(services.admin.roles.require("greeter").permissions()).containsExactly(Permissions.SEARCH_RUN);
    }

    @Test
    void changes_and_deletes_only_what_the_company_made_and_nobody_has() {
        services.admin.roles.have("busy", 3, Permissions.SEARCH_RUN);
        services.admin.roles.have("idle", 0, Permissions.SEARCH_RUN);
        open(Permissions.USER_READ, Permissions.ROLE_MANAGE);
        var buttons = _find(_get(RoleMatrix.class), Button.class);
        assertThat(buttons).hasSize(4);
        assertThat(buttons.get(1).isEnabled()).isFalse();

        _click(buttons.get(0));
        _get(RoleDialog.class).description.setValue("Works");
        _click(_get(RoleDialog.class).save);
        _click(_find(_get(RoleMatrix.class), Button.class).get(3));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.admin.roles.require("busy").description()).isEqualTo("Works");
        assertThat(services.admin.roles.require("busy").permissions()).containsExactly(Permissions.SEARCH_RUN);
        assertThat(services.admin.roles.list()).extracting(RoleSummary::name).containsExactly("auditor", "busy");
    }

    @Test
    void refuses_whoever_may_not_see_users() {
        open(Permissions.GALLERY_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate("roles");
    }
}
