package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.unknown.UnknownQuery;
import org.semblance.surveillance.unknown.UnknownState;

/** What the queue is narrowed to, as the address says it. */
record ReviewFilter(Optional<GalleryName> gallery, Optional<CameraName> camera, boolean recurringOnly) {
    static final ReviewFilter NONE = new ReviewFilter(Optional.empty(), Optional.empty(), false);
    private static final String GALLERY = "gallery";
    private static final String CAMERA = "camera";
    private static final String RECURRING = "recurring";

    static ReviewFilter of(Location location) {
        QueryParameters said = location.getQueryParameters();
        return new ReviewFilter(
                said.getSingleParameter(GALLERY).map(GalleryName::new),
                said.getSingleParameter(CAMERA).map(CameraName::new),
                said.getSingleParameter(RECURRING).isPresent());
    }

    boolean isNone() {
        return gallery.isEmpty() && camera.isEmpty() && !recurringOnly;
    }

    UnknownQuery waiting(long before, int limit) {
        @Nullable CameraName seenBy = camera.orElse(null);
        return new UnknownQuery(seenBy, null, UnknownState.NEW, recurringOnly, null, null, before, limit);
    }

    /** Shows the address for what is on the page already. */
    void remember(Optional<FaceId> face) {
        String path = "unknown-faces" + face.map(id -> "/" + id).orElse("");
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, parameters()));
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        gallery.ifPresent(name -> said.put(GALLERY, name.value()));
        camera.ifPresent(name -> said.put(CAMERA, name.value()));
        if (recurringOnly) {
            said.put(RECURRING, "true");
        }
        return QueryParameters.simple(said);
    }
}
