package org.semblance.surveillance.access.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.NewDoor;

/** What people say of a door. */
@Schema(name = "NewDoor", description = "A door to set up, or what one is to become")
public record DoorRequest(
        @Schema(
                description = "For a new one: what it is called in addresses and in what its controller is told. It stays",
                pattern = "[a-z0-9][a-z0-9_-]{0,62}",
                examples = "main-entrance")
        @Nullable
        String name,

        @Schema(description = "What people call it", maxLength = 200, examples = "Main entrance") @NotBlank
        String title,

        @Schema(
                description = "Time zone whose clock the hours and days of its rules go by",
                examples = "Europe/Berlin")
        @NotBlank
        String zone,

        @Schema(
                description = "Names of the cameras that watch it, a hundred at most; a camera watches one door only",
                examples = "[\"entrance-1\"]")
        @Nullable
        List<@NotNull String> cameras,

        @Schema(description = "Whether anything is decided at it; true when left out", examples = "true") @Nullable
        Boolean enabled) {

    NewDoor toNew() {
        return named(Objects.requireNonNullElse(name, ""));
    }

    NewDoor named(String door) {
        List<String> watching = cameras == null ? List.of() : cameras;
        return new NewDoor(
                new DoorName(door),
                title,
                knownZone(),
                watching.stream().map(CameraName::new).toList(),
                enabled == null || enabled);
    }

    private ZoneId knownZone() {
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw new InvalidInputException("zone", "There is no time zone '" + zone + "'; one is Europe/Berlin");
        }
    }
}
