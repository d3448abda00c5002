package org.semblance.gallery.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

import static java.util.Objects.requireNonNull;

/** The persons of a gallery, and one of them in detail; gallery, person and filter are in the address. */
@CdiComponent
@Route(value = "persons/:gallery?/:person?([0-9]{1,18})", layout = MainLayout.class)
@Menu(title = "persons.title", order = 110, icon = "PERSONS")
@RolesAllowed(Permissions.PERSON_READ)
public class PersonsView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final transient PersonService persons;
    final GalleryPicker picker;
    final PersonFilter filter = new PersonFilter(this::filtered);
    final Button create = new Button(getTranslation("person.create"), PortalIcon.ADD.create(), event -> openCreate());
    final PersonGrid grid;
    final PersonPanel panel;
    final PersonSelection selection;
    private final transient FaceTilesMaker faces;
    private final RouterLink deleted =
            new RouterLink(getTranslation("deleted-persons.title"), DeletedPersonsView.class);
    private final Div toolbar = new Div();
    private final Div content = new Div();
    private @Nullable GalleryName gallery;
    private Optional<PersonId> shownPerson = Optional.empty();

    @Inject
    public PersonsView(GalleryService galleries, PersonService persons, PersonPanel panel, FaceTilesMaker faces) {
        this.galleries = galleries;
        this.persons = persons;
        this.picker = new GalleryPicker(galleries);
        this.selection = new PersonSelection(this::openMerge);
        this.grid = faces.grid(selection, this::open);
        this.panel = panel;
        this.faces = faces;
        addClassNames("view", "view-full");
        picker.onChosen(name -> new PersonsAddress(name, Optional.empty(), "").open());
        panel.onClosed(this::leavePerson);
        panel.onChanged(grid::refresh);
        content.addClassName("split");
        content.add(grid, panel);
        add(buildToolbar(), selection, content);
    }

    private Div buildToolbar() {
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(PortalSession.permits(Permissions.PERSON_ENROLL));
        deleted.setVisible(PortalSession.permits(Permissions.PERSON_DELETE));
        toolbar.add(picker, filter, deleted, create);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    @Override
    public String title() {
        return getTranslation("persons.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<GalleryName> chosen = picker.enter(event);
        NoGalleries.cover(this, picker.isWithoutGalleries(), galleries, toolbar, content);
        if (chosen.isEmpty()) {
            return;
        }
        gallery = chosen.get();
        filter.setValue(PersonsAddress.filter(event.getLocation()));
        show();
        showPerson(PersonsAddress.person(event.getRouteParameters()));
    }

    private void showPerson(Optional<PersonId> person) {
        shownPerson = person;
        setClassName("person-open", person.isPresent());
        panel.setVisible(person.isPresent());
        person.ifPresent(id -> grid.mark(panel.show(requireNonNull(gallery), id)));
        if (person.isEmpty()) {
            grid.mark(null);
        }
    }

    private void filtered() {
        show();
        address(shownPerson).remember();
    }

    private void openMerge(List<PersonSummary> chosen) {
        faces.merge(chosen, survivor -> {
                    selection.clear();
                    grid.refresh(null);
                    address(Optional.of(survivor)).open();
                })
                .open();
    }

    private void show() {
        grid.show(requireNonNull(gallery), filter.text());
    }

    private PersonsAddress address(Optional<PersonId> person) {
        return new PersonsAddress(requireNonNull(gallery), person, filter.text());
    }

    private void open(PersonSummary person) {
        address(Optional.of(person.id())).open();
    }

    private void leavePerson() {
        grid.refresh(null);
        address(Optional.empty()).open();
    }

    private void openCreate() {
        new CreatePersonDialog(requireNonNull(gallery), persons, this::open).open();
    }
}
