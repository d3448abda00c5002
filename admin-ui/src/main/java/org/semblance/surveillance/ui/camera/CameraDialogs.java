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
    Camera enable(Camera camera, boolean isEnabled) {
        var said = new NewCamera(
                camera.name(), camera.title(), camera.location(), camera.gallery(), camera.rules(), isEnabled);
        return cameras.change(camera.name(), said, ExpectedVersion.of(camera.version()));
    }

    void remove(Camera camera, SerializableRunnable onRemoved) {
        UI ui = UI.getCurrent();
        var dialog = new ConfirmDialog(
                ui.getTranslation("camera.remove.heading", camera.title()),
                ui.getTranslation("camera.remove.text"),
                ui.getTranslation("camera.remove"),
                event -> {
                    cameras.remove(camera.name(), ExpectedVersion.of(camera.version()));
                    onRemoved.run();
                },
                ui.getTranslation("action.cancel"),
                event -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }
}
