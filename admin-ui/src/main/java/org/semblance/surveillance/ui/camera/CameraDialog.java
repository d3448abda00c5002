package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryService;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.FormNotes;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraService;
import org.semblance.surveillance.NewCamera;

/** Sets up a camera, or changes one. */
final class CameraDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient CameraService cameras;
    private final SerializableConsumer<Camera> onSaved;
    final CameraForm form;
    final FormNotes notes = new FormNotes().onReload(this::reload);
    final Button save;
    private transient @Nullable Camera edited;

    CameraDialog(
            CameraService cameras,
            GalleryService galleries,
            Optional<Camera> edited,
            SerializableConsumer<Camera> onSaved) {
        this.cameras = cameras;
        this.onSaved = onSaved;
        this.edited = edited.orElse(null);
        this.form = new CameraForm(galleries);
        this.save = new Button(getTranslation(edited.isPresent() ? "action.save" : "action.create"), event -> save());
        setHeaderTitle(getTranslation(edited.isPresent() ? "camera.edit" : "camera.create"));
        addClassName("form-dialog");
        setWidth("40rem");
        edited.ifPresent(form::show);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(notes, form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    private void reload() {
        Camera before = edited;
        if (before != null) {
            Camera now = cameras.require(before.name());
            edited = now;
            form.show(now);
        }
    }

    private void save() {
        Optional<NewCamera> said = form.said();
        if (said.isEmpty()) {
            return;
        }
        if (notes.tried(() -> onSaved.accept(save(said.get())))) {
            close();
        }
    }

    private Camera save(NewCamera said) {
        Camera before = edited;
        return before == null
                ? cameras.create(said)
                : cameras.change(before.name(), said, ExpectedVersion.of(before.version()));
    }
}
