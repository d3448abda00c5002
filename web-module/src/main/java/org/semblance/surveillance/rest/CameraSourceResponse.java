package org.semblance.surveillance.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.rest.Tagged;
import org.semblance.surveillance.pull.CameraSource;
import org.semblance.surveillance.pull.SourceTrial;

/** Where a camera is read, as callers see it. */
@Schema(name = "CameraSource", description = "Where a camera is read, and how that goes; never the password")
public record CameraSourceResponse(
        @Schema(
                description = KIND,
                enumeration = {"snapshot", "mjpeg"},
                examples = "mjpeg")
        String kind,

        @Schema(description = URL + ". Who may not change it sees no query", examples = URL_EXAMPLE)
        String url,

        @Schema(description = RATE, examples = "2") double framesPerSecond,

        @Schema(description = "User at the camera; left out where it asks for none", examples = "viewer") @Nullable
        String username,

        @Schema(description = ON, examples = "true") boolean on,

        @Schema(description = "The server that reads it now; left out while none does", examples = "node-1") @Nullable
        String node,

        @Schema(description = "How often in a row it could not be read", examples = "0")
        int failures,

        @Schema(description = ERROR + "; left out while it can", examples = "login-refused") @Nullable
        String error,

        @Nullable Instant errorAt,

        @Schema(description = "When it is tried again; left out while it can be read") @Nullable
        Instant nextTryAt,

        Instant changedAt,

        @Schema(description = "How often it was set up or changed", examples = "1")
        int version)
        implements Tagged {
    static final String KIND = "`snapshot`: each answer is one picture. `mjpeg`: the answer is a stream of pictures";
    static final String URL = "Where it is read: on the public Internet unless an operator allows more";
    static final String URL_EXAMPLE = "http://cameras.example.com/axis-cgi/mjpg/video.cgi?resolution=1280x720";
    static final String RATE = "How many frames a second are recognised; others are passed over unread";
    static final String ON = "Whether it is read";
    static final String ERROR = "Code of why it cannot be read: `unreachable`, `host-unknown`, `address-refused`, "
            + "`certificate-refused`, `login-missing`, `login-refused`, `redirected`, `status-` and the status, "
            + "`too-slow`, `too-large`, `no-picture`, `garbled`, `broken-off`, `ended`, `password-unreadable`";

    static CameraSourceResponse of(CameraSource source) {
        var state = source.state();
        return new CameraSourceResponse(
                source.kind().code(),
                source.url(),
                source.framesPerSecond(),
                source.username(),
                source.isOn(),
                state.node(),
                state.failures(),
                state.error(),
                state.errorAt(),
                state.nextTryAt(),
                source.changedAt(),
                source.version());
    }

    @Override
    public String entityTag() {
        Instant tried = nextTryAt;
        return version + "-" + node + "-" + failures + "-" + error + "-" + (tried == null ? "" : tried.toEpochMilli());
    }

    /** How a trial went. */
    @Schema(name = "CameraSourceTrial", description = "Whether a frame came; it was neither recognised nor kept")
    public record Trial(
            @Schema(description = "Whether a picture came", examples = "true")
            boolean readable,

            @Schema(description = ERROR + "; left out when a picture came", examples = "login-refused") @Nullable
            String reason,

            @Schema(
                    description = "The same for people; left out when a picture came",
                    examples = "The camera refuses this user and password")
            @Nullable
            String detail,

            @Schema(examples = "image/jpeg") @Nullable String mediaType,

            @Schema(description = "Pixels across", examples = "1280") @Nullable
            Integer width,

            @Schema(description = "Pixels down", examples = "720") @Nullable
            Integer height,

            @Schema(description = "Size of the picture", examples = "81234") @Nullable
            Integer bytes,

            @Schema(description = "How long that took", examples = "140")
            long milliseconds) {

        static Trial of(SourceTrial.Outcome outcome) {
            var picture = outcome.picture();
            return picture == null
                    ? new Trial(false, outcome.reason(), outcome.detail(), null, null, null, null, outcome.millis())
                    : new Trial(
                            true,
                            null,
                            null,
                            picture.type().value(),
                            picture.size().width(),
                            picture.size().height(),
                            picture.bytes(),
                            outcome.millis());
        }
    }
}
