package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.identity.SecondFactorService;
import org.semblance.platform.rest.ShownOnce;

/** How it stands with the caller's authenticator app. */
@Schema(name = "SecondFactor", description = "How it stands with the caller's authenticator app")
public record TotpResponse(
        @Schema(description = "Whether signing in asks for a code", examples = "true")
        boolean enabled,

        @Schema(description = "How many recovery codes are left", examples = "10")
        int recoveryCodes) {

    static TotpResponse of(SecondFactorService.State state) {
        return new TotpResponse(state.isEnabled(), state.recoveryCodes());
    }

    /** What an app needs to know. */
    @Schema(name = "SecondFactorSetup", description = "What an authenticator app needs to know, told this once")
    public record Setup(
            @Schema(description = "To type into the app (Base32)", examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
            String secret,

            @Schema(
                    description = "To show as a QR code",
                    examples = "otpauth://totp/Semblance:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Semblance")
            String address)
            implements ShownOnce {
        static Setup of(SecondFactorService.Setup setup) {
            return new Setup(setup.secret(), setup.address());
        }
    }

    /** A first code of an app. */
    @Schema(name = "SecondFactorCode", description = "A code that the app shows")
    public record Code(
            @Schema(examples = "287082") @NotBlank String code) {}

    /** Codes for when the app is lost. */
    @Schema(name = "RecoveryCodes", description = "Codes that stand in for the app, each once; told this once")
    public record RecoveryCodes(
            @Schema(examples = "[\"k3mp-qx7a-hdnv-29ce\", \"7fhw-m2px-kd4q-e8rt\"]")
            List<String> recoveryCodes) implements ShownOnce {}
}
