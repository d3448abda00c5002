package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.gallery.GalleryService;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.VersionMismatchException;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraService;
import org.semblance.surveillance.NewCamera;

/** What changes cameras, each asked for in a dialog of its own. */
@Dependent
public class CameraDialogs {
    private final CameraService cameras;
    private final GalleryService galleries;

    @Inject
    public CameraDialogs(CameraService cameras, GalleryService galleries) {
        this.cameras = cameras;
        this.galleries = galleries;
    }

    void create(SerializableConsumer<Camera> onCreated) {
        new CameraDialog(cameras, galleries, Optional.empty(), onCreated).open();
    }

    void edit(Camera camera, SerializableConsumer<Camera> onChanged) {
        new CameraDialog(cameras, galleries, Optional.of(camera), onChanged).open();
    }

    /** Has its frames taken from now on, or refused. */
    void enable(
            Camera camera, boolean isEnabled, SerializableConsumer<Camera> onChanged, SerializableRunnable onReload) {
        var said = new NewCamera(
                camera.name(), camera.title(), camera.location(), camera.gallery(), camera.rules(), isEnabled);
        try {
            onChanged.accept(cameras.change(camera.name(), said, ExpectedVersion.of(camera.version())));
        } catch (VersionMismatchException late) {
            Camera now = cameras.require(camera.name());
            if (now.isEnabled() == isEnabled) {
                onChanged.accept(now);
                return;
            }
            String action = isEnabled ? "camera.conflict.enable" : "camera.conflict.disable";
            decide(camera, now, action, () -> enable(now, isEnabled, onChanged, onReload), onReload);
        }
    }

    void remove(Camera camera, SerializableRunnable onRemoved, SerializableRunnable onReload) {
        UI ui = UI.getCurrent();
        var dialog = new ConfirmDialog(
                ui.getTranslation("camera.remove.heading", camera.title()),
                ui.getTranslation("camera.remove.text"),
                ui.getTranslation("camera.remove"),
                event -> removeNow(camera, onRemoved, onReload),
                ui.getTranslation("action.cancel"),
                event -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void removeNow(Camera camera, SerializableRunnable onRemoved, SerializableRunnable onReload) {
        try {
            cameras.remove(camera.name(), ExpectedVersion.of(camera.version()));
        } catch (VersionMismatchException late) {
            Camera now = cameras.require(camera.name());
            decide(camera, now, "camera.conflict.remove", () -> removeNow(now, onRemoved, onReload), onReload);
            return;
        }
        onRemoved.run();
    }

    /** Somebody else was quicker: what they did is shown before anything is done to it. */
    private static void decide(
            Camera before, Camera now, String action, SerializableRunnable work, SerializableRunnable onReload) {
        if (CameraConflict.isBetween(before, now)) {
            new CameraConflict(before, now, action, work, onReload).open();
        } else {
            work.run();
        }
    }
}
