package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.storage.SignedUrls;

/** Persons who were deleted, as rows: each can be brought back or removed for good. */
final class DeletedPersonGrid extends Grid<PersonSummary> {
    private static final long serialVersionUID = 1L;

    private final transient PersonService persons;

    DeletedPersonGrid(PersonService persons, SignedUrls urls) {
        this.persons = persons;
        addClassName("list-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setPageSize(KeysetPages.SIZE);
        addComponentColumn(person -> name(person, urls))
                .setHeader(getTranslation("person.name"))
                .setFlexGrow(2);
        addComponentColumn(this::actions)
                .setKey("actions")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        setEmptyStateComponent(new EmptyState(
                PortalIcon.PERSONS,
                getTranslation("deleted-persons.empty"),
                getTranslation("deleted-persons.empty.text")));
    }

    /** Shows who was deleted from a gallery. */
    void show(GalleryName gallery) {
        var pages = new KeysetPages<PersonSummary>(
                (after, limit) -> persons.listDeleted(new PersonQuery(gallery, "", after, limit)));
        pages.fill(this);
    }

    private static Component name(PersonSummary person, SignedUrls urls) {
        var details = new Span(UI.getCurrent()
                .getTranslation(
                        "deleted-persons.row",
                        person.faces(),
                        person.deletedAt() == null ? "" : LocalFormat.format(person.deletedAt())));
        details.addClassName("secondary");
        var text = new Div(new Span(PersonName.of(person)), details);
        text.addClassName("list-text");
        var name = new Div(PersonPicture.of(person, urls), text);
        name.addClassName("person-name");
        return name;
    }

    private Component actions(PersonSummary person) {
        var restore = new Button(getTranslation("person.restore"), event -> restore(person));
        restore.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var purge = new Button(PortalIcon.DELETE.create(), event -> confirmPurge(person));
        purge.addThemeVariants(
                ButtonVariant.LUMO_SMALL,
                ButtonVariant.LUMO_TERTIARY,
                ButtonVariant.LUMO_ERROR,
                ButtonVariant.LUMO_ICON);
        purge.setAriaLabel(getTranslation("person.purge.one", PersonName.of(person)));
        purge.setTooltipText(getTranslation("person.purge"));
        return new Span(restore, purge);
    }

    private void restore(PersonSummary person) {
        persons.restore(person.id());
        getDataProvider().refreshAll();
        Notice.success(getTranslation("person.restored", PersonName.of(person)));
    }

    private void confirmPurge(PersonSummary person) {
        Confirmation.ask(
                getTranslation("person.purge.heading", PersonName.of(person)),
                getTranslation("person.purge.text"),
                getTranslation("person.purge"),
                () -> {
                    persons.purge(person.id());
                    getDataProvider().refreshAll();
                });
    }
}
