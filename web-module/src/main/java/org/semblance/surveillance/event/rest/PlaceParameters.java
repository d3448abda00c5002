package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.semblance.gallery.GalleryName;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.event.EventPlaces;

/** Where something happened. */
public class PlaceParameters {
    @Parameter(
            description = "Only what cameras of this name saw, a removed one of that name included; may be repeated",
            example = "main-entrance")
    @QueryParam("camera")
    private List<String> cameras = List.of();

    @Parameter(description = "Only what the camera with this id saw; may be repeated", example = "7")
    @QueryParam("camera_id")
    private List<Long> cameraIds = List.of();

    @Parameter(description = "Only what happened in this gallery; may be repeated", example = "staff")
    @QueryParam("gallery")
    private List<String> galleries = List.of();

    EventPlaces places() {
        return new EventPlaces(
                each(cameras, CameraName::new),
                cameraIds.stream().map(CameraId::new).collect(Collectors.toSet()),
                each(galleries, GalleryName::new));
    }

    private static <T> Set<T> each(List<String> names, Function<String, T> name) {
        return names.stream().map(String::strip).map(name).collect(Collectors.toSet());
    }
}
