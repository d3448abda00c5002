package org.semblance.identity.ui;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.KeyLimits;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.SecretDialog;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class ApiKeysViewTest extends PortalTest {

    @Test
    void makes_a_key_with_a_part_of_the_owners_rights_and_shows_it_once() {
        services.galleries.have("staff", "Staff");
        services.signIns.have("ada", "a good password", false);
        services.shell.needsStepUp = true;
        open(Permissions.APIKEY_CREATE, Permissions.SEARCH_RUN, Permissions.GALLERY_READ);

        _click(_get(_get(ApiKeysView.class).toolbar, Button.class));
        var dialog = _get(CreateKeyDialog.class);
        dialog.name.setValue("Door");
        dialog.permissions.choose(Set.of(Permissions.SEARCH_RUN, Permissions.USER_MANAGE));
        dialog.galleries.select(services.galleries.title("staff"));
        _click(dialog.create);
        var again = _get(PasswordAgain.class);
        again.password.setValue("a good password");
        _click(again.submit);

        ApiKeySummary made = services.shell.keys.get(0);
        assertThat(made.permissions()).containsExactly(Permissions.SEARCH_RUN);
        assertThat(made.galleries()).contains(List.of("staff"));
        assertThat(_get(SecretDialog.class).secret.getValue()).isEqualTo("sk_abcd1234_secret");
        _click(_get(SecretDialog.class).kept);
        assertThat(_find(SecretDialog.class)).isEmpty();
    }

    @Test
    void makes_no_key_that_may_nothing() {
        open(Permissions.APIKEY_CREATE, Permissions.SEARCH_RUN);

        _click(_get(_get(ApiKeysView.class).toolbar, Button.class));
        var dialog = _get(CreateKeyDialog.class);
        dialog.name.setValue("Door");
        _click(dialog.create);

        assertThat(dialog.notes.text()).contains("permission");
        assertThat(services.shell.keys).isEmpty();
    }

    @Test
    void revokes_once_that_is_confirmed() {
        services.shell.keys.add(key());
        open(Permissions.APIKEY_CREATE);

        _click(actions().get(1));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.shell.revoked).containsExactly(7L);
        assertThat(_size(_get(KeyGrid.class))).isZero();
    }

    @Test
    void shows_everybodys_only_to_who_manages_them() {
        services.shell.keys.add(key());
        signInWith(Permissions.APIKEY_CREATE);
        UI.getCurrent().navigate("api-keys", QueryParameters.of("whose", "all"));
        assertThat(_get(KeyGrid.class).getColumns().get(1).isVisible()).isFalse();
        assertThat(_get(ApiKeysView.class).whose.isVisible()).isFalse();

        closePortal();
        openPortal();
        signInWith(Permissions.APIKEY_MANAGE);
        UI.getCurrent().navigate("api-keys", QueryParameters.of("whose", "all"));

        assertThat(_get(KeyGrid.class).getColumns().get(1).isVisible()).isTrue();
        assertThat(_find(Button.class, spec -> spec.withText("Create key"))).isEmpty();
    }

    @Test
    void says_what_keys_are_for_while_there_is_none() {
        open(Permissions.APIKEY_CREATE);

        assertThat(_get(KeyGrid.class).getEmptyStateComponent()).isInstanceOf(EmptyState.class);
    }

    @Test
    void refuses_whoever_has_nothing_to_do_with_keys() {
        open(Permissions.USER_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    @Test
    void every_permission_is_in_a_group_and_has_a_text() {
        open(Permissions.APIKEY_CREATE);

        assertThat(Permissions.ALL).allSatisfy(permission -> {
            assertThat(PermissionGroup.of(permission).permissions()).contains(permission);
            String key = PermissionGroup.key(permission);
            assertThat(UI.getCurrent().getTranslation(key)).isNotEqualTo(key);
        });
    }

    @Test
    void renames_a_key_and_lets_it_end_sooner() {
        services.shell.keys.add(key());
        open(Permissions.APIKEY_CREATE);
        _click(actions().get(0));
        var dialog = _get(EditKeyDialog.class);
        assertThat(dialog.name.getValue()).isEqualTo("Door");

        _setValue(dialog.name, "Gate");
        _setValue(dialog.expires, LocalDate.now(ZoneOffset.UTC).plusDays(7));
        _click(dialog.save);

        ApiKeySummary changed = services.shell.keys.get(0);
        assertThat(changed.name()).isEqualTo("Gate");
        assertThat(changed.life().expiresAt())
                .isBetween(Instant.now().plus(Duration.ofDays(5)), Instant.now().plus(Duration.ofDays(8)));
        assertThat(_find(EditKeyDialog.class)).isEmpty();
    }

    @Test
    void no_key_lives_longer_than_is_allowed_or_goes_without_a_name() {
        services.shell.keys.add(key());
        open(Permissions.APIKEY_CREATE);
        _click(actions().get(0));
        var dialog = _get(EditKeyDialog.class);

        _setValue(dialog.expires, LocalDate.now(ZoneOffset.UTC).plusDays(400));
        _click(dialog.save);
        assertThat(dialog.expires.isInvalid()).isTrue();
        _setValue(dialog.expires, LocalDate.now(ZoneOffset.UTC).plusDays(40));
        _setValue(dialog.name, " ");
        _click(dialog.save);

        assertThat(dialog.name.isInvalid()).isTrue();
        assertThat(services.shell.keys).containsExactly(key());
    }

    private static List<Button> actions() {
        return _find(_getCellComponent(_get(KeyGrid.class), 0, lastColumn()), Button.class);
    }

    private static String lastColumn() {
        var columns = _get(KeyGrid.class).getColumns();
        columns.get(columns.size() - 1).setKey("revoke");
        return "revoke";
    }

    private static ApiKeySummary key() {
        var life = new ApiKeySummary.Life(
                Instant.EPOCH,
                Instant.parse("2999-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ApiKeySummary(
                7,
                "abcd1234",
                "Door",
                new ApiKeySummary.Owner(new UUID(0, 1), "ada"),
                List.of(Permissions.SEARCH_RUN),
                Optional.empty(),
                new KeyLimits(null, null),
                life);
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate("api-keys");
    }
}
