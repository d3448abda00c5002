package org.semblance.surveillance.rest;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.pull.NewSource;
import org.semblance.surveillance.pull.SourceKind;

/** Where a camera is to be read. */
@Schema(name = "NewCameraSource", description = "Where a camera is to be read")
public record CameraSourceRequest(
        @Schema(
                description = CameraSourceResponse.KIND,
                enumeration = {"snapshot", "mjpeg"},
                examples = "mjpeg")
        @NotNull
        String kind,

        @Schema(description = CameraSourceResponse.URL, maxLength = 2000, examples = CameraSourceResponse.URL_EXAMPLE)
        @NotNull
        String url,

        @Schema(
                description = CameraSourceResponse.RATE,
                minimum = "0.01",
                maximum = "30",
                defaultValue = "2",
                examples = "2")
        @Nullable
        Double framesPerSecond,

        @Schema(
                description = "User at the camera; left out where it asks for none",
                maxLength = 200,
                examples = "viewer")
        @Nullable
        String username,

        @Schema(
                description =
                        "The user's password. It is never shown; left out, the one before stays for the same user "
                                + "at the same host",
                maxLength = 200,
                examples = "s3cret-of-the-camera")
        @Nullable
        String password,

        @Schema(description = CameraSourceResponse.ON, defaultValue = "true", examples = "true") @Nullable
        Boolean on) {
    private static final double STANDARD_RATE = 2;

    NewSource toNewSource() {
        return new NewSource(
                SourceKind.of(kind),
                url,
                Objects.requireNonNullElse(framesPerSecond, STANDARD_RATE),
                username,
                password,
                !Boolean.FALSE.equals(on));
    }
}
