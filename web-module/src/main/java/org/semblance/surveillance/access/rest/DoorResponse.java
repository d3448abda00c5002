package org.semblance.surveillance.access.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.platform.rest.Tagged;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.access.Door;

/** A door as callers see it. */
@Schema(name = "Door", description = "A door, gate or turnstile that opens for some of those whom its cameras recognise")
public record DoorResponse(
        @Schema(examples = "main-entrance") String name,
        @Schema(examples = "Main entrance") String title,
        @Schema(examples = "Europe/Berlin") String zone,

        @Schema(description = "The cameras that watch it, by name", examples = "[\"entrance-1\"]")
        List<String> cameras,

        @Schema(examples = "true") boolean enabled,
        Instant createdAt,

        @Schema(description = "Grows with every change", examples = "1")
        int version)
        implements Tagged {

    static DoorResponse of(Door door) {
        var said = door.said();
        return new DoorResponse(
                said.name().value(),
                said.title(),
                said.zone().getId(),
                said.cameras().stream().map(CameraName::value).toList(),
                said.isEnabled(),
                door.createdAt(),
                door.version());
    }

    /** Cameras that are removed leave it without a change of its own. */
    @Override
    public String entityTag() {
        return version + "-" + String.join("-", cameras);
    }

    /** Some of many. */
    @Schema(name = "DoorPage", description = "Some doors, in the order in which they were set up")
    public record Some(
            List<DoorResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "7") @Nullable
            Long next) {
        static Some of(Page<Door> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(DoorResponse::of).toList(), next.isPresent() ? next.getAsLong() : null);
        }
    }
}
