package org.semblance.privacy;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * What a person said, about to be recorded.
 *
 * @param purpose what for; {@link #RECOGNITION} is what matching depends on
 * @param textVersion which wording the person was shown
 * @param locale language of that wording (BCP 47)
 * @param channel how the person said so
 * @param saidAt when; null for now
 */
public record NewConsent(
        String purpose,
        Consent.State state,
        String textVersion,
        String locale,
        String channel,
        Evidence evidence,
        @Nullable Instant saidAt) {
    public static final String RECOGNITION = "recognition";

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final int LONGEST_VERSION = 100;

    public NewConsent {
        check("purpose", CODE, purpose, "is in kebab-case, such as recognition");
        check("locale", LOCALE, locale, "is a language tag, such as de-AT");
        check("channel", CODE, channel, "is in kebab-case, such as paper or app");
        if (textVersion.isBlank() || textVersion.length() > LONGEST_VERSION) {
            throw new InvalidInputException(
                    "text_version",
                    "text_version has 1 to " + LONGEST_VERSION + " characters: which wording was shown");
        }
    }

    public boolean isAboutRecognition() {
        return purpose.equals(RECOGNITION);
    }

    private static void check(String field, Pattern form, String value, String rule) {
        if (!form.matcher(value).matches()) {
            throw new InvalidInputException(field, field + " " + rule);
        }
    }

    /**
     * What proves it.
     *
     * @param reference where the proof is kept
     * @param sha256 of the proof, in hexadecimal digits
     */
    public record Evidence(
            @Nullable String reference, @Nullable String sha256) {
        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
        private static final int LONGEST = 2000;

        public Evidence {
            if (reference != null && (reference.isBlank() || reference.length() > LONGEST)) {
                throw new InvalidInputException("evidence", "evidence has 1 to " + LONGEST + " characters");
            }
            if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
                throw new InvalidInputException(
                        "evidence_sha256", "evidence_sha256 is 64 lower-case hexadecimal digits");
            }
        }
    }
}
