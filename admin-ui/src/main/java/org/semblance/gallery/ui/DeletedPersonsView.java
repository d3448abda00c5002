package org.semblance.gallery.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.PersonService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;
import org.semblance.storage.SignedUrls;

/** Those persons of a gallery who were deleted and can still be brought back. */
@CdiComponent
@Route(value = "deleted-persons/:gallery?", layout = MainLayout.class)
@RolesAllowed(Permissions.PERSON_DELETE)
public class DeletedPersonsView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    final GalleryPicker picker;
    final DeletedPersonGrid grid;
    private final Div toolbar = new Div();

    @Inject
    public DeletedPersonsView(GalleryService galleries, PersonService persons, SignedUrls urls) {
        this.galleries = galleries;
        this.grid = new DeletedPersonGrid(persons, urls);
        this.picker = new GalleryPicker(galleries);
        addClassNames("view", "view-full");
        picker.onChosen(name -> UI.getCurrent()
                .navigate(DeletedPersonsView.class, new RouteParameters(PersonsAddress.GALLERY, name.value())));
        toolbar.addClassName("toolbar");
        toolbar.add(picker, new Span(getTranslation("deleted-persons.intro")));
        add(toolbar, grid);
    }

    @Override
    public String title() {
        return getTranslation("deleted-persons.title");
    }

    @Override
    public List<Crumb> trail() {
        return List.of(new Crumb(getTranslation("persons.title"), "persons"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<GalleryName> chosen = picker.enter(event);
        NoGalleries.cover(this, picker.isWithoutGalleries(), galleries, toolbar, grid);
        chosen.ifPresent(grid::show);
    }
}
