package org.semblance.surveillance.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.rest.PhotoUpload;

/** When a frame was taken, said in the address or in the form beside the picture; the form wins. */
public class FrameParameters {
    static final String TAKEN_AT =
            "When the frame was taken, by the camera's clock (RFC 3339); now when left out. A time too far from the "
                    + "server's is not believed";
    static final String SENT_AT =
            "What the camera's clock shows when it sends the frame: with it, a wrong clock is set right, and frames that "
                    + "were kept back for a while keep their times";

    @Parameter(description = TAKEN_AT + "; may also be a field of the form", example = "2026-01-02T12:00:00.120Z")
    @QueryParam("taken_at")
    private @Nullable String takenAt;

    @Parameter(description = SENT_AT + "; may also be a field of the form", example = "2026-01-02T12:00:00.380Z")
    @QueryParam("sent_at")
    private @Nullable String sentAt;

    @Nullable
    Instant takenAt(PhotoUpload upload) {
        return time("taken_at", upload, takenAt);
    }

    @Nullable
    Instant sentAt(PhotoUpload upload) {
        Instant sent = time("sent_at", upload, sentAt);
        if (sent != null && takenAt(upload) == null) {
            throw new InvalidInputException("sent_at", "sent_at says something only beside taken_at");
        }
        return sent;
    }

    private static @Nullable Instant time(String name, PhotoUpload upload, @Nullable String inAddress) {
        String text = upload.field(name, inAddress).orElse(null);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    name, name + " is a time such as 2026-01-02T12:00:00.120Z, not '" + text + "'");
        }
    }
}
