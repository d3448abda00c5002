package org.semblance.gallery.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GalleryTitle;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;

/** Chooses the gallery that a view is about; views without one in their address take the one chosen last. */
public final class GalleryPicker extends ComboBox<GalleryTitle> {
    private static final String LAST = "org.semblance.portal.gallery";
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private List<GalleryTitle> known = List.of();

    public GalleryPicker(GalleryService galleries) {
        this.galleries = galleries;
        setLabel(getTranslation("gallery.one"));
        setItemLabelGenerator(GalleryTitle::title);
        addClassName("gallery-picker");
    }

    /** Reads the galleries anew; false when there is none that the user may see. */
    public boolean refresh() {
        known = PortalSession.permits(Permissions.GALLERY_READ) ? galleries.titles() : List.of();
        setItems(known);
        return !known.isEmpty();
    }

    /** Chooses the named gallery, or without a name the last one or the first; empty when there is none of that name. */
    public Optional<GalleryName> choose(Optional<String> name) {
        Optional<String> wanted = name.or(GalleryPicker::last).filter(this::isKnown);
        if (wanted.isEmpty() && name.isEmpty()) {
            wanted = known.stream().map(GalleryTitle::name).findFirst();
        }
        wanted.flatMap(this::find).ifPresent(gallery -> {
            remember(gallery);
            setValue(gallery);
        });
        return wanted.map(GalleryName::new);
    }

    /** Chooses what the address of a view names, among the galleries that there are now; an unknown one is not found. */
    Optional<GalleryName> enter(BeforeEnterEvent event) {
        refresh();
        Optional<String> named = event.getRouteParameters().get(PersonsAddress.GALLERY);
        Optional<GalleryName> chosen = choose(named);
        if (chosen.isEmpty() && named.isPresent()) {
            event.rerouteToError(NotFoundException.class);
        }
        return chosen;
    }

    /** Whether there is none that the user may see. */
    boolean isWithoutGalleries() {
        return known.isEmpty();
    }

    /** Tells when the user, not the view, has chosen another gallery. */
    public void onChosen(SerializableConsumer<GalleryName> listener) {
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                remember(event.getValue());
                listener.accept(new GalleryName(event.getValue().name()));
            }
        });
    }

    private boolean isKnown(String name) {
        return find(name).isPresent();
    }

    private Optional<GalleryTitle> find(String name) {
        return known.stream().filter(gallery -> gallery.name().equals(name)).findFirst();
    }

    private static Optional<String> last() {
        return Optional.ofNullable((String) VaadinSession.getCurrent().getAttribute(LAST));
    }

    private static void remember(GalleryTitle gallery) {
        VaadinSession.getCurrent().setAttribute(LAST, gallery.name());
    }
}
