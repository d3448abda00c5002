package org.semblance.surveillance.ui.camera;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.flow.LastSight;
import org.semblance.surveillance.flow.SightingService;
import org.semblance.surveillance.health.CameraHealth;
import org.semblance.surveillance.health.CameraHealthService;
import org.semblance.surveillance.pull.CameraSource;
import org.semblance.surveillance.pull.SourceService;

/** Brings together what services know of cameras: a call to each, however many cameras there are. */
@Dependent
public class CameraOverview {
    private final CameraHealthService health;
    private final SourceService sources;
    private final SightingService sightings;
    private final SignedUrls urls;

    @Inject
    public CameraOverview(
            CameraHealthService health, SourceService sources, SightingService sightings, SignedUrls urls) {
        this.health = health;
        this.sources = sources;
        this.sightings = sightings;
        this.urls = urls;
    }

    /** All that the user may see: there are some hundreds at most. */
    List<Watched> list() {
        List<CameraHealth> found = new ArrayList<>();
        OptionalLong next = OptionalLong.of(0);
        while (next.isPresent()) {
            var page = health.look(next.getAsLong(), Page.MAX_LIMIT).cameras();
            found.addAll(page.items());
            next = page.next();
        }
        return watched(found);
    }

    Watched require(CameraName name) {
        return watched(List.of(health.require(name))).get(0);
    }

    SignedUrls urls() {
        return urls;
    }

    private List<Watched> watched(List<CameraHealth> found) {
        Map<CameraId, CameraSource.State> readings = sources.states();
        Map<CameraId, LastSight> sights = PortalSession.permits(Permissions.EVENT_READ) && !found.isEmpty()
                ? sightings.last(found.stream().map(one -> one.camera().id()).toList())
                : Map.of();
        return found.stream()
                .map(one -> new Watched(
                        one,
                        sights.get(one.camera().id()),
                        readings.get(one.camera().id())))
                .toList();
    }
}
