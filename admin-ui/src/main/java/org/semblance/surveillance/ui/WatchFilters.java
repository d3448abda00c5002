package org.semblance.surveillance.ui;

import com.vaadin.flow.function.SerializableRunnable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.ui.PersonChoices;
import org.semblance.gallery.ui.PersonPicker;
import org.semblance.platform.ui.ByUser;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraService;

/** The fields that narrow lists of what cameras saw: where, and whom. */
@Dependent
public class WatchFilters {
    private final GalleryFilter gallery;
    private final CameraFilter camera;
    private final PersonChoices persons;

    @Inject
    public WatchFilters(GalleryService galleries, CameraService cameras, PersonChoices persons) {
        this.gallery = new GalleryFilter(galleries);
        this.camera = new CameraFilter(cameras);
        this.persons = persons;
    }

    public GalleryFilter gallery() {
        return gallery;
    }

    public CameraFilter camera() {
        return camera;
    }

    /** Finds persons in the gallery that is chosen, or in all. */
    public PersonPicker personPicker() {
        return new PersonPicker(persons, gallery::chosen);
    }

    public PersonChoices persons() {
        return persons;
    }

    /** Tells when the user, not the view, has chosen something else. */
    public void onChosen(SerializableRunnable listener) {
        ByUser.chosen(listener, gallery, camera);
    }

    public void show(Optional<GalleryName> named, Set<CameraName> cameras) {
        gallery.show(named);
        camera.show(cameras);
    }
}
