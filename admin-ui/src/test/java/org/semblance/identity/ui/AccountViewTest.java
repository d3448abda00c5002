package org.semblance.identity.ui;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.SecondFactorService;
import org.semblance.identity.SessionSummary;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.KeyLimits;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.QrCode;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class AccountViewTest extends PortalTest {
    private final Instant now = Instant.now();

    @BeforeEach
    void haveAda() {
        services.signIns.have("ada", "a good password", false);
    }

    @Test
    void is_open_to_everybody_who_has_signed_in() {
        open(Permissions.WEBHOOK_READ);

        assertThat(_find(ProfileCard.class)).hasSize(1);
        assertThat(_find(OwnKeysCard.class)).isEmpty();
    }

    @Test
    void changes_the_password_of_whoever_knows_it() {
        open(Permissions.WEBHOOK_READ);
        var card = _get(PasswordCard.class);

        change(card, "a wrong password", "a long new password");
        assertThat(card.current.isInvalid()).isTrue();
        change(card, "a good password", "short");
        assertThat(card.chosen.isInvalid()).isTrue();
        change(card, "a good password", "a long new password");

        assertThat(card.current.isInvalid()).isFalse();
        assertThat(card.current.getValue()).isEmpty();
        change(card, "a long new password", "another long password");
        assertThat(card.current.isInvalid()).isFalse();
    }

    @Test
    void asks_for_no_password_where_none_lets_anybody_in() {
        services.signIns.takeNoPasswords();

        open(Permissions.WEBHOOK_READ);

        assertThat(_find(PasswordCard.class)).isEmpty();
        assertThat(_find(SecondFactorCard.class)).isEmpty();
    }

    @Test
    void sets_up_an_app_after_the_password_has_been_proved_again() {
        services.shell.needsStepUp = true;
        open(Permissions.WEBHOOK_READ);

        _click(_get(SecondFactorCard.class).setUp);
        var again = _get(PasswordAgain.class);
        again.password.setValue("a wrong password");
        _click(again.submit);
        assertThat(again.refusal.isVisible()).isTrue();
        again.password.setValue("a good password");
        _click(again.submit);
        var dialog = _get(SetUpFactorDialog.class);
        assertThat(_get(dialog, QrCode.class).isVisible()).isTrue();
        assertThat(dialog.getElement().getTextRecursively()).contains("ABCD EFGH IJKL MNOP");
        confirm(dialog, "000000");
        assertThat(dialog.code.isInvalid()).isTrue();
        confirm(dialog, "287082");

        assertThat(_get(RecoveryCodesDialog.class).list.getElement().getTextRecursively())
                .contains("aaaa-bbbb", "cccc-dddd");
        assertThat(_find(SetUpFactorDialog.class)).isEmpty();
        assertThat(_get(SecondFactorCard.class).remove.isVisible()).isTrue();
    }

    @Test
    void removes_the_app_when_that_is_meant() {
        services.shell.factor = new SecondFactorService.State(true, 8);
        open(Permissions.WEBHOOK_READ);

        _click(_get(SecondFactorCard.class).remove);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(_get(SecondFactorCard.class).setUp.isVisible()).isTrue();
    }

    @Test
    void ends_a_session_from_afar() {
        haveSession("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        haveSession("curl/8.14");
        open(Permissions.WEBHOOK_READ);
        var card = _get(SessionsCard.class);
        assertThat(card.list.getElement().getTextRecursively()).contains("Firefox, Linux", "curl");

        _click(_find(card.list, Button.class).get(0));

        assertThat(services.shell.sessions).hasSize(1);
        assertThat(card.list.getElement().getTextRecursively()).doesNotContain("Firefox");
    }

    @Test
    void revokes_a_key_when_that_is_meant() {
        services.shell.keys.add(new ApiKeySummary(
                7,
                "smb_abc",
                "Door agent",
                new ApiKeySummary.Owner(new UUID(0, 1), "ada"),
                List.of(Permissions.SEARCH_RUN),
                Optional.empty(),
                new KeyLimits(null, null),
                new ApiKeySummary.Life(
                        now, now.plus(9, ChronoUnit.DAYS), Optional.empty(), Optional.empty(), Optional.empty())));
        open(Permissions.APIKEY_CREATE);

        _click(_get(_get(OwnKeysCard.class).list, Button.class));
        assertThat(services.shell.revoked).isEmpty();
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.shell.revoked).containsExactly(7L);
    }

    private void haveSession(String agent) {
        services.shell.sessions.add(new SessionSummary(
                UUID.randomUUID(), "portal", now, now, new SessionSummary.Client("192.0.2.7", agent)));
    }

    private void open(String permission) {
        signInWith(permission);
        UI.getCurrent().navigate("account");
    }

    private static void change(PasswordCard card, String current, String chosen) {
        card.current.setValue(current);
        card.chosen.setValue(chosen);
        card.repeated.setValue(chosen);
        _click(card.submit);
    }

    private static void confirm(SetUpFactorDialog dialog, String code) {
        dialog.code.setValue(code);
        _click(dialog.confirm);
    }
}
