package org.semblance.surveillance.ui.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.QuickSearch;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraService;

/** Finds cameras by name, title, place or number. */
@ApplicationScoped
public class CameraQuickSearch implements QuickSearch {
    private final CameraService cameras;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraQuickSearch() {
        this(null);
    }

    @Inject
    public CameraQuickSearch(CameraService cameras) {
        this.cameras = cameras;
    }

    @Override
    public String heading() {
        return "quick.cameras";
    }

    @Override
    public String permission() {
        return Permissions.CAMERA_READ;
    }

    @Override
    public String path() {
        return "cameras";
    }

    @Override
    public List<Hit> find(String text, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return cameras.list().stream()
                .filter(camera -> isMeant(camera, wanted))
                .limit(limit)
                .map(camera -> new Hit(camera.title(), detail(camera), "cameras/" + camera.name()))
                .toList();
    }

    private static boolean isMeant(Camera camera, String wanted) {
        return Long.toString(camera.id().value()).equals(wanted)
                || List.of(camera.name().toString(), camera.title(), camera.location()).stream()
                        .anyMatch(known -> known.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static String detail(Camera camera) {
        return camera.location().isEmpty() ? camera.name().toString() : camera.name() + " · " + camera.location();
    }
}
