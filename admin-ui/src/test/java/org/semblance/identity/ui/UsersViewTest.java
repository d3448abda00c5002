package org.semblance.identity.ui;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.SessionSummary;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.identity.directory.UserQuery;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.FailureView;
import org.semblance.platform.ui.KeyedPages;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.SecretDialog;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class UsersViewTest extends PortalTest {
    {
        services.preferAdmin();
    }

    private static final RoleGrant AUDITOR = new RoleGrant("auditor", null);
    private static final SessionSummary SESSION = new SessionSummary(
            new UUID(1, 1),
            "portal",
            Instant.EPOCH,
            Instant.EPOCH,
            new SessionSummary.Client("192.0.2.7", "Firefox/1"));

    @BeforeEach
    void havePassword() {
        services.signIns.have("ada", "a good password", false);
    }

    @Test
    void lists_everybody_and_narrows_by_what_is_in_the_address() {
        services.admin.users.have("ada", AUDITOR);
        services.admin.users.have("ben");
        signInWith(Permissions.USER_READ);

        UI.getCurrent().navigate("users", QueryParameters.of("role", "auditor"));

        assertThat(_size(_get(UserGrid.class))).isEqualTo(1);
        assertThat(GridKt._get(_get(UserGrid.class), 0).username()).isEqualTo("ada");
        assertThat(_get(UserFilters.class).role.getValue().name()).isEqualTo("auditor");
    }

    @Test
    void writes_the_filters_into_the_address() {
        services.admin.users.have("ben");
        open("users", Permissions.USER_READ);

        _setValue(_get(UserFilters.class).state, "disabled");
        _setValue(_get(UserFilters.class).text, "be");

        assertThat(_size(_get(UserGrid.class))).isZero();
        UserQuery asked = services.admin.users.queries.get(services.admin.users.queries.size() - 1);
        assertThat(asked.active()).isFalse();
        assertThat(asked.text()).isEqualTo("be");
    }

    @Test
    void pages_through_many_users_by_their_ids() {
        for (int i = 0; i < 120; i++) {
            services.admin.users.have("user-" + i);
        }
        open("users", Permissions.USER_READ);

        assertThat(_size(_get(UserGrid.class))).isEqualTo(120);
        assertThat(services.admin.users.queries).extracting(UserQuery::after).contains(new UUID(7, KeyedPages.SIZE));
    }

    @Test
    void invites_somebody_after_the_password_was_proved_and_shows_the_one_time_password_once() {
        services.admin.users.needsStepUp = true;
        open("users", Permissions.USER_READ, Permissions.USER_MANAGE);

        _click(_get(UsersView.class).create);
        var dialog = _get(CreateUserDialog.class);
        dialog.form.username.setValue("carla");
        dialog.form.displayName.setValue("Carla");
        dialog.picker.role.setValue(services.admin.roles.require("auditor"));
        _click(dialog.picker.add);
        _click(dialog.create);
        proveThePassword();

        assertThat(_get(SecretDialog.class).secret.getValue()).isEqualTo("one-time-secret");
        assertThat(_get(UserView.class).title()).isEqualTo("Carla");
        assertThat(_get(UserView.class).roles.list.getChildren()).hasSize(1);
    }

    @Test
    void says_in_the_form_what_is_missing_or_taken() {
        services.admin.users.have("carla");
        open("users", Permissions.USER_READ, Permissions.USER_MANAGE);

        _click(_get(UsersView.class).create);
        var dialog = _get(CreateUserDialog.class);
        _click(dialog.create);
        assertThat(dialog.form.username.isInvalid()).isTrue();
        dialog.form.username.setValue("carla");
        dialog.form.displayName.setValue("Carla");
        _click(dialog.create);

        assertThat(dialog.notes.text()).contains("exists already");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void shows_no_way_to_change_anybody_to_who_may_only_look() {
        UserSummary ben = services.admin.users.have("ben", AUDITOR);
        open("users", Permissions.USER_READ);
        assertThat(_get(UsersView.class).create.isVisible()).isFalse();

        UI.getCurrent().navigate("users/" + ben.id());

        assertThat(_get(UserView.class).roles.picker.isVisible()).isFalse();
        assertThat(_find(Button.class, spec -> spec.withText("Disable"))).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Reset password"))).isEmpty();
        assertThat(_find(UserPersonsCard.class)).isEmpty();
    }

    @Test
    void refuses_whoever_may_not_see_users() {
        open("users", Permissions.GALLERY_READ);

        assertThat(_find(UsersView.class)).isEmpty();
        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    @Test
    void gives_and_takes_roles_at_once() {
        UserSummary ben = services.admin.users.have("ben");
        services.galleries.have("staff", "Staff");
        open("users/" + ben.id(), Permissions.USER_READ, Permissions.USER_MANAGE, Permissions.GALLERY_READ);
        var card = _get(UserView.class).roles;
        card.picker.role.setValue(services.admin.roles.require("auditor"));
        card.picker.gallery.setValue(services.galleries.title("staff"));

        _click(card.picker.add);
        assertThat(services.admin.users.require(ben.id()).roles()).containsExactly(new RoleGrant("auditor", "staff"));
        _click(_get(card.list, Button.class));

        assertThat(services.admin.users.require(ben.id()).roles()).isEmpty();
        assertThat(card.none.isVisible()).isTrue();
    }

    @Test
    void disables_somebody_once_that_is_confirmed() {
        UserSummary ben = services.admin.users.have("ben");
        open("users/" + ben.id(), Permissions.USER_READ, Permissions.USER_MANAGE);

        _click(_get(Button.class, spec -> spec.withText("Disable")));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.admin.users.require(ben.id()).traits().isActive()).isFalse();
        assertThat(_find(Button.class, spec -> spec.withText("Enable"))).hasSize(1);
    }

    @Test
    void an_edit_that_somebody_else_was_quicker_with_offers_theirs() {
        UserSummary ben = services.admin.users.have("ben");
        open("users/" + ben.id(), Permissions.USER_READ, Permissions.USER_MANAGE);
        _click(_get(Button.class, spec -> spec.withText("Edit")));
        var dialog = _get(EditUserDialog.class);
        services.admin.users.change(ben.id(), before -> before, ExpectedVersion.ANY);

        dialog.form.displayName.setValue("Benjamin");
        _click(dialog.save);
        _click(dialog.notes.reload);
        assertThat(dialog.form.displayName.getValue()).isEqualTo("The ben");
        dialog.form.displayName.setValue("Benjamin");
        _click(dialog.save);

        assertThat(services.admin.users.require(ben.id()).traits().displayName())
                .isEqualTo("Benjamin");
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void resets_a_password_and_ends_sessions() {
        UserSummary ben = services.admin.users.have("ben");
        services.shell.sessions.add(SESSION);
        services.admin.users.needsStepUp = true;
        open("users/" + ben.id(), Permissions.USER_READ, Permissions.USER_MANAGE);
        var card = _get(UserAccessCard.class);

        _click(_get(card.list, Button.class));
        assertThat(services.shell.sessions).isEmpty();
        assertThat(card.none.isVisible()).isTrue();
        _click(card.resetPassword);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        proveThePassword();

        assertThat(_get(SecretDialog.class).secret.getValue()).isEqualTo("another-secret");
    }

    @Test
    void keeps_departments() {
        open("users", Permissions.USER_READ, Permissions.USER_MANAGE);

        _click(_get(UsersView.class).departments);
        var dialog = _get(DepartmentsDialog.class);
        dialog.name.setValue("Engines");
        _click(dialog.add);

        assertThat(services.admin.departments.list()).extracting("name").isEqualTo(List.of("Engines"));
        assertThat(_get(UserFilters.class).department.isVisible()).isTrue();
    }

    @Test
    void says_that_there_is_no_such_user() {
        open("users/" + new UUID(9, 9), Permissions.USER_READ);

        assertThat(_find(FailureView.class)).hasSize(1);
    }

    private void proveThePassword() {
        var again = _get(PasswordAgain.class);
        again.password.setValue("a good password");
        _click(again.submit);
    }

    private void open(String address, String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(address);
    }
}
