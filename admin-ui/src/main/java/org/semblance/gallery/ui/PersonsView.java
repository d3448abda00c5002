package org.semblance.gallery.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
    final TextField filter = new TextField(getTranslation("persons.filter"));
    final Button create = new Button(getTranslation("person.create"), PortalIcon.ADD.create(), event -> openCreate());
    final PersonGrid grid;
    final PersonPanel panel;
    private final Div toolbar = new Div();
    private final Div content = new Div();
    private @Nullable GalleryName gallery;
    private Optional<PersonId> shownPerson = Optional.empty();

    @Inject
    public PersonsView(GalleryService galleries, PersonService persons, PersonPanel panel) {
        this.galleries = galleries;
        this.persons = persons;
        this.picker = new GalleryPicker(galleries);
        this.grid = new PersonGrid(persons, this::open);
        this.panel = panel;
        addClassNames("view", "view-full");
        picker.onChosen(name -> new PersonsAddress(name, Optional.empty(), "").open());
        panel.onClosed(this::leavePerson);
        panel.onChanged(grid::refresh);
        content.addClassName("split");
        content.add(grid, panel);
        add(buildToolbar(), content);
    }

    private Div buildToolbar() {
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.setClearButtonVisible(true);
        filter.setPrefixComponent(PortalIcon.FIND.create());
        filter.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                show();
                address(shownPerson).remember();
            }
        });
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(PortalSession.permits(Permissions.PERSON_ENROLL));
        toolbar.add(picker, filter, create);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    @Override
    public String title() {
        return getTranslation("persons.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean any = picker.refresh();
        Optional<String> named = event.getRouteParameters().get(PersonsAddress.GALLERY);
        Optional<GalleryName> chosen = picker.choose(named);
        if (chosen.isEmpty() && named.isPresent()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        NoGalleries.cover(this, !any, galleries, toolbar, content);
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
        person.ifPresent(id -> grid.mark(panel.show(requireGallery(), id)));
        if (person.isEmpty()) {
            grid.mark(null);
        }
    }

    private void show() {
        grid.show(requireGallery(), filter.getValue().strip());
    }

    private PersonsAddress address(Optional<PersonId> person) {
        return new PersonsAddress(requireGallery(), person, filter.getValue().strip());
    }

    private void open(PersonSummary person) {
        address(Optional.of(person.id())).open();
    }

    private void leavePerson() {
        grid.refresh(null);
        address(Optional.empty()).open();
    }

    private void openCreate() {
        new CreatePersonDialog(requireGallery(), persons, this::open).open();
    }

    private GalleryName requireGallery() {
        if (gallery == null) {
            throw new IllegalStateException("No gallery has been chosen");
        }
        return gallery;
    }
}
