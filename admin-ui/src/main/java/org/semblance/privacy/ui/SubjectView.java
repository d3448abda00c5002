package org.semblance.privacy.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

/** One person, as the law sees them: what they agreed to, what keeps them, what is held of them, and their erasure. */
@CdiComponent
@Route(value = "privacy/:person([0-9]{1,18})", layout = MainLayout.class)
@RolesAllowed({Permissions.CONSENT_READ, Permissions.HOLD_MANAGE, Permissions.PRIVACY_EXPORT, Permissions.ERASURE_READ})
public class SubjectView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient PersonService persons;
    private final transient SubjectDesk desk;
    private final Div cards = new Div();
    private String name = "";

    @Inject
    public SubjectView(PersonService persons, SubjectDesk desk) {
        this.persons = persons;
        this.desk = desk;
        addClassName("view");
        cards.addClassNames("cards", "wide-cards");
        add(cards);
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(new Crumb(getTranslation("privacy.title"), "privacy"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var person = new PersonId(event.getRouteParameters().getLong("person").orElseThrow());
        name = getTranslation("person.unnamed", person.toString());
        cards.removeAll();
        removeAll();
        if (PortalSession.permits(Permissions.PERSON_READ)) {
            introduce(person);
        }
        add(cards);
        if (PortalSession.permits(Permissions.CONSENT_READ)) {
            cards.add(new ConsentsCard(desk.consents(), person));
        }
        if (PortalSession.permits(Permissions.HOLD_MANAGE)) {
            cards.add(new HoldsCard(desk.holds(), person));
        }
        if (PortalSession.permits(Permissions.PRIVACY_EXPORT)) {
            cards.add(new ExportCard(desk, person));
        }
        if (PortalSession.permits(Permissions.ERASURE_READ)) {
            cards.add(new SubjectErasureCard(desk, person));
        }
    }

    /** Says who it is; somebody deleted has a number only, and can be erased all the same. */
    private void introduce(PersonId id) {
        PersonSummary person;
        try {
            person = persons.require(id);
        } catch (PersonNotFoundException e) {
            return;
        }
        if (person.name() != null) {
            name = person.name();
        }
        var link = new Anchor(
                "persons/" + person.gallery() + "/" + person.id(),
                getTranslation("privacy.faces", person.faces(), person.gallery().value()));
        add(link);
    }
}
