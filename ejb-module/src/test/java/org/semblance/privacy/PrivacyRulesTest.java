package org.semblance.privacy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GalleryRules;
import org.semblance.platform.InvalidInputException;
import org.semblance.privacy.NewConsent.Evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may be recorded and configured. */
class PrivacyRulesTest {

    @Test
    void a_withdrawal_erases_nobody_unless_configured() {
        assertThat(new PrivacySettings(Optional.empty()).eraseAfterWithdrawal()).isEmpty();
        assertThat(new PrivacySettings(Optional.of(Duration.ofDays(30))).eraseAfterWithdrawal())
                .contains(Duration.ofDays(30));
        assertThatThrownBy(() -> new PrivacySettings(Optional.of(Duration.ofDays(-1))))
                .hasMessageContaining("semblance.privacy.erase-after-withdrawal");
        assertThatThrownBy(() -> new PrivacySettings(Optional.of(Duration.ofDays(3651))))
                .hasMessageContaining("P3650D");
    }

    @ParameterizedTest
    @CsvSource({
        "purpose, Recognition, 1, de, paper",
        "locale, recognition, 1, d, paper",
        "channel, recognition, 1, de, on paper",
        "text_version, recognition, ' ', de, paper"
    })
    void a_consent_says_what_was_agreed_to_and_how(
            String field, String purpose, String version, String locale, String channel) {
        var none = new Evidence(null, null);

        assertThatThrownBy(() -> new NewConsent(purpose, Consent.State.GRANTED, version, locale, channel, none, null))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo(field));
    }

    @Test
    void evidence_is_a_place_and_a_sum() {
        assertThat(new Evidence("HR archive", "0f".repeat(32)).reference()).isEqualTo("HR archive");
        assertThatThrownBy(() -> new Evidence(" ", null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Evidence(null, "0F".repeat(32))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Consent.State.of("maybe")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void where_consent_is_required_no_photo_founds_anybody() {
        var usual = GalleryKind.GENERAL.rules();

        assertThatThrownBy(() -> new GalleryRules(
                        usual.kind(),
                        usual.falseAcceptRate(),
                        null,
                        0.05,
                        0.3,
                        1,
                        GalleryKind.UnknownFaces.FOUND,
                        true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown_faces is keep or drop");
    }
}
