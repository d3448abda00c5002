package org.semblance.privacy.ui;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.LegalHold;
import org.semblance.gallery.LegalHoldId;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.ExportMenu;
import org.semblance.platform.ui.FailureView;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.TypedConfirmation;
import org.semblance.portal.PortalTest;
import org.semblance.privacy.Consent;
import org.semblance.privacy.erasure.Erasure;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class PrivacyViewTest extends PortalTest {

    @BeforeEach
    void havePassword() {
        services.signIns.have("ada", "a good password", false);
    }

    @Test
    void lists_erasures_in_the_state_that_the_address_asks_for() {
        services.admin.privacy.have(4, Erasure.State.DONE);
        services.admin.privacy.have(5, Erasure.State.HELD);
        signInWith(Permissions.ERASURE_READ);

        UI.getCurrent().navigate("privacy", QueryParameters.of("state", "held"));

        assertThat(_size(_get(ErasureGrid.class))).isEqualTo(1);
        assertThat(_get(PrivacyView.class).state.getValue()).isEqualTo(Erasure.State.HELD);
    }

    @Test
    void records_a_consent_and_its_withdrawal_which_suspends_the_person() {
        open("privacy/4", Permissions.CONSENT_READ, Permissions.CONSENT_MANAGE);
        var card = _get(ConsentsCard.class);
        assertThat(card.none.isVisible()).isTrue();

        _click(card.grant);
        record();
        assertThat(card.suspended.isVisible()).isFalse();
        _click(card.withdraw);
        record();

        assertThat(services.admin.privacy.said)
                .extracting(consent -> consent.said().state())
                .containsExactly(Consent.State.GRANTED, Consent.State.WITHDRAWN);
        assertThat(card.suspended.isVisible()).isTrue();
        assertThat(card.list.getChildren()).hasSize(2);
    }

    @Test
    void wants_to_know_which_wording_was_shown() {
        open("privacy/4", Permissions.CONSENT_READ, Permissions.CONSENT_MANAGE);

        _click(_get(ConsentsCard.class).grant);
        _click(_get(ConsentDialog.class).record);

        assertThat(_get(ConsentDialog.class).version.isInvalid()).isTrue();
        assertThat(services.admin.privacy.said).isEmpty();
    }

    @Test
    void places_a_hold_with_a_reason_and_releases_it_once_confirmed() {
        open("privacy/4", Permissions.HOLD_MANAGE);
        var card = _get(HoldsCard.class);
        _click(card.place);
        assertThat(card.reason.isInvalid()).isTrue();

        card.reason.setValue("Case 4711");
        _click(card.place);
        assertThat(services.admin.privacy.placed).hasSize(1);
        _click(_get(card.list, Button.class));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.admin.privacy.placed).isEmpty();
        assertThat(card.none.isVisible()).isTrue();
    }

    @Test
    void all_holds_are_seen_in_one_place_and_released_once_confirmed() {
        services.admin.privacy.placed.add(hold(1, "Case 4711", null));
        services.admin.privacy.placed.add(hold(2, "Case 4712", Instant.EPOCH));
        open("legal-holds", Permissions.HOLD_MANAGE);
        var grid = _get(HoldGrid.class);
        assertThat(_size(grid)).isEqualTo(1);

        _click(_get(GridKt._getCellComponent(grid, 0, "release"), Button.class));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.admin.privacy.placed).extracting(LegalHold::reason).containsExactly("Case 4712");
        assertThat(_size(grid)).isZero();
    }

    @Test
    void holds_that_are_over_are_seen_when_asked_for() {
        services.admin.privacy.placed.add(hold(1, "Case 4711", Instant.EPOCH));
        signInWith(Permissions.HOLD_MANAGE);

        UI.getCurrent().navigate("legal-holds", QueryParameters.of("which", "all"));

        assertThat(_size(_get(HoldGrid.class))).isEqualTo(1);
        assertThat(_get(HoldsView.class).which.getValue()).isEqualTo("all");
    }

    @Test
    void only_who_manages_holds_sees_them_all() {
        open("privacy", Permissions.ERASURE_READ);
        assertThat(_find(RouterLink.class, spec -> spec.withText("Legal holds")))
                .isEmpty();

        UI.getCurrent().navigate("legal-holds");

        assertThat(_find(HoldsView.class)).isEmpty();
    }

    private static LegalHold hold(long id, String reason, @Nullable Instant until) {
        return new LegalHold(new LegalHoldId(id), new PersonId(4), reason, until, "ada", Instant.EPOCH, null, null);
    }

    @Test
    void hands_out_what_is_held_to_who_proves_their_password() {
        services.admin.privacy.needsStepUp = true;
        open("privacy/4", Permissions.PRIVACY_EXPORT);
        var card = _get(ExportCard.class);

        _click(card.prepare);
        assertThat(_find(card, Anchor.class)).isEmpty();
        proveThePassword();

        assertThat(services.admin.privacy.exports).isEqualTo(1);
        assertThat(_get(card, Anchor.class).getText()).isEqualTo("Download the ZIP");
    }

    @Test
    void erases_whose_number_is_typed_and_shows_how_far_it_is() {
        services.admin.privacy.needsStepUp = true;
        open("privacy/4", Permissions.ERASURE_READ, Permissions.ERASURE_RUN);

        _click(_get(SubjectErasureCard.class).erase);
        var dialog = _get(TypedConfirmation.class);
        dialog.typed.setValue("5");
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.typed.setValue("4");
        _click(dialog.confirm);
        proveThePassword();
        assertThat(_find(ExportMenu.class)).isEmpty();
        services.admin.privacy.asked.clear();
        services.admin.privacy.have(4, Erasure.State.DONE);
        _get(ErasureView.class).refresh();
        assertThat(_get(ErasureView.class).title()).isEqualTo("Erasure 1");
        assertThat(_find(ExportMenu.class)).hasSize(1);
    }

    @Test
    void says_why_an_erasure_is_held_and_lets_who_may_try_again() {
        services.admin.privacy.have(4, Erasure.State.HELD);
        open("erasures/1", Permissions.ERASURE_READ, Permissions.ERASURE_RUN);

        assertThat(_get(ErasureCard.class).getElement().getTextRecursively()).contains("Case 4711");
        _click(_get(Button.class, spec -> spec.withText("Try again")));

        assertThat(services.admin.privacy.asked.get(0).state()).isEqualTo(Erasure.State.REQUESTED);
    }

    @Test
    void shows_of_a_person_only_what_the_role_allows() {
        open("privacy/4", Permissions.CONSENT_READ);

        assertThat(_find(ConsentsCard.class)).hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("Record a consent")))
                .isEmpty();
        assertThat(_find(HoldsCard.class)).isEmpty();
        assertThat(_find(ExportCard.class)).isEmpty();
        assertThat(_find(SubjectErasureCard.class)).isEmpty();
    }

    @Test
    void refuses_whoever_has_nothing_to_do_with_it() {
        open("privacy/4", Permissions.USER_READ);
        assertThat(_find(AccessDeniedView.class)).hasSize(1);

        UI.getCurrent().navigate("erasures/1");
        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    @Test
    void says_that_there_is_no_such_erasure() {
        open("erasures/99", Permissions.ERASURE_READ);

        assertThat(_find(FailureView.class)).hasSize(1);
    }

    private void record() {
        var dialog = _get(ConsentDialog.class);
        dialog.version.setValue("2026-11");
        _click(dialog.record);
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
