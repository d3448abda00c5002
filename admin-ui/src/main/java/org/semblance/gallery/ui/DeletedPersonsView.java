package org.semblance.gallery.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TitledView;

/** Those persons of a gallery who were deleted and can still be brought back. */
@CdiComponent
@Route(value = "deleted-persons/:gallery?", layout = MainLayout.class)
@RolesAllowed(Permissions.PERSON_DELETE)
public class DeletedPersonsView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final transient PersonService persons;
    final GalleryPicker picker;
    final Grid<PersonSummary> grid = new Grid<>();
    private final Div toolbar = new Div();

    @Inject
    public DeletedPersonsView(GalleryService galleries, PersonService persons) {
        this.galleries = galleries;
        this.persons = persons;
        this.picker = new GalleryPicker(galleries);
        addClassNames("view", "view-full");
        picker.onChosen(name -> UI.getCurrent()
                .navigate(DeletedPersonsView.class, new RouteParameters(PersonsAddress.GALLERY, name.value())));
        toolbar.addClassName("toolbar");
        toolbar.add(picker, new Span(getTranslation("deleted-persons.intro")));
        add(toolbar, buildGrid());
    }

    private Component buildGrid() {
        grid.addClassName("person-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setPageSize(KeysetPages.SIZE);
        grid.addComponentColumn(DeletedPersonsView::name).setHeader(getTranslation("person.name")).setFlexGrow(2);
        grid.addComponentColumn(this::actions)
                .setKey("actions")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setEmptyStateComponent(new EmptyState(
                PortalIcon.PERSONS, getTranslation("deleted-persons.empty"), getTranslation("deleted-persons.empty.text")));
        return grid;
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
        boolean any = picker.refresh();
        Optional<String> named = event.getRouteParameters().get(PersonsAddress.GALLERY);
        Optional<GalleryName> chosen = picker.choose(named);
        if (chosen.isEmpty() && named.isPresent()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        NoGalleries.cover(this, !any, galleries, toolbar, grid);
        chosen.ifPresent(this::show);
    }

    private void show(GalleryName gallery) {
        var pages = new KeysetPages<PersonSummary>(
                (after, limit) -> persons.listDeleted(new PersonQuery(gallery, "", after, limit)));
        grid.setItems(query -> pages.rows(query.getOffset(), query.getLimit()));
        grid.getLazyDataView().setItemCountEstimate(KeysetPages.SIZE);
    }

    private static Component name(PersonSummary person) {
        var details = new Span(UI.getCurrent()
                .getTranslation(
                        "deleted-persons.row",
                        person.faces(),
                        person.deletedAt() == null ? "" : LocalFormat.format(person.deletedAt())));
        details.addClassName("secondary");
        var name = new Div(new Span(PersonName.of(person)), details);
        name.addClassName("list-text");
        return name;
    }

    private Component actions(PersonSummary person) {
        var restore = new Button(getTranslation("person.restore"), event -> restore(person));
        restore.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var purge = new Button(PortalIcon.DELETE.create(), event -> confirmPurge(person));
        purge.addThemeVariants(
                ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_ICON);
        purge.setAriaLabel(getTranslation("person.purge.one", PersonName.of(person)));
        purge.setTooltipText(getTranslation("person.purge"));
        return new Span(restore, purge);
    }

    private void restore(PersonSummary person) {
        persons.restore(person.id());
        grid.getDataProvider().refreshAll();
        Notice.success(getTranslation("person.restored", PersonName.of(person)));
    }

    private void confirmPurge(PersonSummary person) {
        Confirmation.ask(
                getTranslation("person.purge.heading", PersonName.of(person)),
                getTranslation("person.purge.text"),
                getTranslation("person.purge"),
                () -> {
                    persons.purge(person.id());
                    grid.getDataProvider().refreshAll();
                });
    }
}
