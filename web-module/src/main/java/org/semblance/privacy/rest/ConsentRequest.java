package org.semblance.privacy.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.privacy.Consent;
import org.semblance.privacy.NewConsent;

/** What a person said, to be recorded. */
@Schema(name = "NewConsent", description = "What a person agreed to or took back; recorded for good")
public record ConsentRequest(
        @Schema(
                description = "What for, in kebab-case; matching depends on `recognition`",
                maxLength = 63,
                examples = "recognition")
        @NotNull
        String purpose,

        @Schema(
                enumeration = {"granted", "withdrawn"},
                examples = "granted")
        @NotNull
        String state,

        @Schema(description = "Which wording the person was shown", maxLength = 100, examples = "2026-03") @NotNull
        String textVersion,

        @Schema(description = "Language of that wording (BCP 47)", examples = "de-AT") @NotNull
        String locale,

        @Schema(description = "How the person said so, in kebab-case", maxLength = 63, examples = "paper") @NotNull
        String channel,

        @Schema(description = "Where the proof is kept", maxLength = 2000, examples = "HR archive, folder 1815")
        @Nullable
        String evidence,

        @Schema(description = "SHA-256 of the proof in hexadecimal digits", pattern = "[0-9a-f]{64}") @Nullable
        String evidenceSha256,

        @Schema(description = "When the person said so; now when left out", examples = "2026-03-14T09:26:53Z") @Nullable
        Instant saidAt) {

    NewConsent toNewConsent() {
        return new NewConsent(
                purpose,
                Consent.State.of(state),
                textVersion,
                locale,
                channel,
                new NewConsent.Evidence(evidence, evidenceSha256),
                saidAt);
    }
}
