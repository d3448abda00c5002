package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.Portrait;
import org.semblance.platform.ui.TimeColumn;
import org.semblance.storage.SignedUrls;

/** The persons of a gallery as rows, read page by page as the user scrolls. */
final class PersonGrid extends Grid<PersonSummary> {
    private static final long serialVersionUID = 1L;

    private final transient PersonService persons;
    private final transient SignedUrls urls;
    private final Column<PersonSummary> externalId;
    private final Column<PersonSummary> createdAt;
    private @Nullable Shown shown;

    /** What the rows are of; shown again, it keeps its place. */
    private record Shown(GalleryName gallery, String text) {}

    PersonGrid(
            PersonService persons,
            SignedUrls urls,
            PersonSelection selection,
            SerializableConsumer<PersonSummary> onOpen) {
        this.persons = persons;
        this.urls = urls;
        addClassName("person-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        setPageSize(KeysetPages.SIZE);
        addColumn(selection.boxes())
                .setWidth("3.75rem")
                .setFlexGrow(0)
                .setVisible(PortalSession.permits(Permissions.PERSON_EDIT));
        addColumn(name()).setHeader(getTranslation("person.name")).setFlexGrow(3);
        externalId = addColumn(PersonSummary::externalId).setHeader(getTranslation("person.external-id"));
        addColumn(person -> LocalFormat.format(person.faces()))
                .setHeader(getTranslation("faces.title"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        createdAt = TimeColumn.toTheMinute(addColumn(person -> LocalFormat.format(person.createdAt())))
                .setHeader(getTranslation("person.created-at"));
        selection.onChanged(changed -> changed.forEach(getDataCommunicator()::refresh));
        NarrowPage.follow(this, this::fit);
        addItemClickListener(event -> onOpen.accept(event.getItem()));
        addSelectionListener(event -> {
            if (event.isFromClient()) {
                event.getFirstSelectedItem().ifPresent(onOpen);
            }
        });
    }

    /** Shows those persons of a gallery whose name or external id begins with a text, or all when it is empty. */
    void show(GalleryName gallery, String text) {
        var wanted = new Shown(gallery, text);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        setEmptyStateComponent(empty(text));
        var pages = new KeysetPages<PersonSummary>(
                (after, limit) -> persons.list(new PersonQuery(gallery, text, after, limit)));
        pages.fill(this);
    }

    /** Marks the row of the person who is shown in detail. */
    void mark(@Nullable PersonSummary person) {
        if (person == null) {
            deselectAll();
        } else {
            select(person);
        }
    }

    /** Reads the rows anew, and marks the person who is shown in detail. */
    void refresh(@Nullable PersonSummary person) {
        getDataProvider().refreshAll();
        mark(person);
    }

    /** Leaves columns out that a narrow page has no room for. */
    private void fit(boolean isWide) {
        externalId.setVisible(isWide);
        createdAt.setVisible(isWide);
    }

    private LitRenderer<PersonSummary> name() {
        return Portrait.<PersonSummary>in(
                        "<div class=\"person-name ${item.tone}\">PORTRAIT<span>${item.name}</span></div>",
                        PersonName::of,
                        person -> PersonPicture.address(person, urls))
                .withProperty("tone", person -> person.name() == null ? "secondary" : "");
    }

    private Component empty(String text) {
        boolean all = text.isEmpty();
        return new EmptyState(
                PortalIcon.PERSONS,
                getTranslation(all ? "persons.empty" : "persons.none"),
                getTranslation(all ? "persons.empty.text" : "persons.none.text", text));
    }
}
