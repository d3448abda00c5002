package org.semblance.gallery.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;

/** What the address of the persons' view says: the gallery, perhaps a person in it, and what the list is narrowed to. */
public record PersonsAddress(GalleryName gallery, Optional<PersonId> person, String filter) {
    static final String GALLERY = "gallery";
    static final String PERSON = "person";
    private static final String FILTER = "q";

    static Optional<PersonId> person(RouteParameters parameters) {
        return parameters.getLong(PERSON).map(PersonId::new);
    }

    static String filter(Location location) {
        return location.getQueryParameters().getSingleParameter(FILTER).orElse("");
    }

    public RouteParameters parameters() {
        var inGallery = new RouteParam(GALLERY, gallery.value());
        return person.map(id -> new RouteParameters(inGallery, new RouteParam(PERSON, id.toString())))
                .orElseGet(() -> new RouteParameters(inGallery));
    }

    /** Goes there. */
    void open() {
        UI.getCurrent().navigate(PersonsView.class, parameters(), query());
    }

    /** Shows the address for what is on the page already. */
    void remember() {
        String path = RouteConfiguration.forSessionScope().getUrl(PersonsView.class, parameters());
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, query()));
    }

    private QueryParameters query() {
        return filter.isEmpty() ? QueryParameters.empty() : QueryParameters.of(FILTER, filter);
    }
}
