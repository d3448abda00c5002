package org.semblance.gallery.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonLookupService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.QuickSearch;
import org.semblance.storage.SignedUrls;

/** Finds persons in all galleries by name, external id or number. */
@ApplicationScoped
public class PersonQuickSearch implements QuickSearch {
    private final PersonLookupService persons;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonQuickSearch() {
        this(null, null);
    }

    @Inject
    public PersonQuickSearch(PersonLookupService persons, SignedUrls urls) {
        this.persons = persons;
        this.urls = urls;
    }

    @Override
    public String heading() {
        return "quick.persons";
    }

    @Override
    public String permission() {
        return Permissions.PERSON_READ;
    }

    @Override
    public String path() {
        return "persons";
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return persons.find(text, limit).stream().map(this::hit).toList();
    }

    private Hit hit(PersonFound person) {
        var address = new PersonsAddress(person.gallery(), Optional.of(person.id()), "");
        String path = RouteConfiguration.forSessionScope().getUrl(PersonsView.class, address.parameters());
        String external = Objects.requireNonNullElse(person.externalId(), "");
        String detail = UI.getCurrent()
                .getTranslation(
                        "quick.person", person.galleryTitle(), person.id().toString(), external);
        return new Hit(PersonName.of(person.name(), person.id()), detail, path, PersonPicture.of(person, urls));
    }
}
