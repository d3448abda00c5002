package org.semblance.surveillance.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GalleryTitle;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;

/** Narrows a list to a gallery; not there for whoever may not see galleries, or sees no more than one. */
public final class GalleryFilter extends ComboBox<GalleryTitle> {
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private List<GalleryTitle> known = List.of();

    public GalleryFilter(GalleryService galleries) {
        this.galleries = galleries;
        setLabel(getTranslation("watch.gallery"));
        setPlaceholder(getTranslation("watch.all"));
        setItemLabelGenerator(GalleryTitle::title);
        setClearButtonVisible(true);
    }

    /** Reads the galleries anew, and shows the one that the address names; one that is not there narrows nothing. */
    public void show(Optional<GalleryName> named) {
        known = PortalSession.permits(Permissions.GALLERY_READ) ? galleries.titles() : List.of();
        setItems(known);
        setVisible(known.size() > 1);
        setValue(named.flatMap(this::find).orElse(null));
    }

    public Optional<GalleryName> chosen() {
        return getOptionalValue().map(gallery -> new GalleryName(gallery.name()));
    }

    private Optional<GalleryTitle> find(GalleryName name) {
        return known.stream()
                .filter(gallery -> gallery.name().equals(name.value()))
                .findFirst();
    }
}
