package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GalleryTitle;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonLookupService;
import org.semblance.gallery.PersonPatch;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.ui.EnrolmentDesk;
import org.semblance.gallery.ui.GalleryPicker;
import org.semblance.gallery.ui.PersonChoices;
import org.semblance.gallery.ui.PersonPicker;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** Whose face is the user's: the persons that they are, in one gallery or several. */
@CdiComponent
public class UserPersonsCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PersonLookupService lookup;
    private final transient PersonService persons;
    private final transient EnrolmentDesk enrolments;
    final UnorderedList list = new UnorderedList();
    final Paragraph none = new Paragraph(getTranslation("user.persons.none"));
    final PersonPicker picker;
    final Button link = new Button(getTranslation("user.person.link"), event -> link());
    final GalleryPicker gallery;
    final Button enroll = new Button(getTranslation("user.person.enroll"), event -> enroll());
    private transient List<PersonFound> claimed = List.of();
    private transient @Nullable UserSummary user;

    @Inject
    public UserPersonsCard(
            PersonLookupService lookup,
            PersonService persons,
            PersonChoices choices,
            GalleryService galleries,
            EnrolmentDesk enrolments) {
        this.enrolments = enrolments;
        this.gallery = new GalleryPicker(galleries);
        this.lookup = lookup;
        this.persons = persons;
        this.picker = new PersonPicker(choices);
        addClassName("card");
        list.addClassName("plain-list");
        none.addClassName("secondary");
        var form = new Div(picker, link);
        form.addClassName("inline-form");
        form.setVisible(PortalSession.permits(Permissions.PERSON_EDIT));
        enroll.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var enrolment = new Div(gallery, enroll);
        enrolment.addClassName("inline-form");
        enrolment.setVisible(mayEnroll() && gallery.refresh());
        gallery.choose(Optional.empty());
        setVisible(PortalSession.permits(Permissions.PERSON_READ));
        add(new H2(getTranslation("user.persons")), none, list, enrolment, form);
    }

    void show(UserSummary shown) {
        user = shown;
        if (isVisible()) {
            claimed = lookup.claimedBy(shown.id());
            none.setVisible(claimed.isEmpty());
            list.removeAll();
            claimed.forEach(person -> list.add(Lines.item(name(person), enroll(person), unlink(person))));
        }
    }

    private static Div name(PersonFound person) {
        String address = "persons/" + person.gallery() + "/" + person.id();
        return Lines.text(new Anchor(address, PersonPicker.name(person)), person.galleryTitle());
    }

    private static boolean mayEnroll() {
        return PortalSession.permits(Permissions.PERSON_ENROLL);
    }

    private Button enroll(PersonFound person) {
        var take = new Button(
                getTranslation("enroll.open"),
                PortalIcon.CAMERA.create(),
                event -> enroll(person.id(), PersonPicker.name(person)));
        take.addThemeVariants(ButtonVariant.LUMO_SMALL);
        take.setVisible(mayEnroll());
        return take;
    }

    /** In a gallery where they are somebody already, as that; else as somebody new, who is theirs from the start. */
    private void enroll() {
        GalleryTitle chosen = gallery.getValue();
        if (chosen == null) {
            gallery.focus();
            return;
        }
        var name = new GalleryName(chosen.name());
        String called = requireUser().traits().displayName();
        PersonId person = claimed.stream()
                .filter(one -> one.gallery().equals(name))
                .findFirst()
                .map(PersonFound::id)
                .orElseGet(() -> enrolments.begin(name, called, requireUser().id()));
        show(requireUser());
        enroll(person, called);
    }

    private void enroll(PersonId person, String called) {
        enrolments.open(person, called, () -> show(requireUser()));
    }

    private Button unlink(PersonFound person) {
        var unlink = new Button(PortalIcon.CLOSE.create(), event -> {
            claim(person, null);
            Notice.success(getTranslation("user.person.unlinked", PersonPicker.name(person)));
        });
        unlink.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        unlink.setAriaLabel(getTranslation("user.person.unlink", PersonPicker.name(person)));
        unlink.setTooltipText(getTranslation("user.person.unlink", PersonPicker.name(person)));
        unlink.setVisible(PortalSession.permits(Permissions.PERSON_EDIT));
        return unlink;
    }

    private void link() {
        PersonFound person = picker.getValue();
        if (person == null) {
            picker.focus();
            return;
        }
        claim(person, requireUser().id());
        picker.clear();
        Notice.success(getTranslation("user.person.linked", PersonPicker.name(person)));
    }

    private void claim(PersonFound person, @Nullable UUID userId) {
        persons.change(person.id(), PersonPatch.claim(userId), ExpectedVersion.ANY);
        show(requireUser());
    }

    private UserSummary requireUser() {
        if (user == null) {
            throw new IllegalStateException("The card shows nobody");
        }
        return user;
    }
}
