package org.semblance.gallery.ui;

import com.vaadin.flow.function.SerializableRunnable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.semblance.gallery.EnrolmentService;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Metadata;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.guided.GuidedEnrolmentService;
import org.semblance.platform.ui.PortalSession;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.Photo;

import static org.semblance.platform.Permissions.PERSON_READ;

/** Everything that enrolling somebody takes. */
@Dependent
public class EnrolmentDesk {
    private final GuidedEnrolmentService guided;
    private final EnrolmentService enrolments;
    private final PersonService persons;
    private final SignedUrls urls;
    private final PhotoLimits limits;

    @Inject
    public EnrolmentDesk(
            GuidedEnrolmentService guided,
            EnrolmentService enrolments,
            PersonService persons,
            SignedUrls urls,
            PhotoLimits limits) {
        this.guided = guided;
        this.enrolments = enrolments;
        this.persons = persons;
        this.urls = urls;
        this.limits = limits;
    }

    /** Asks for pictures of somebody until enough are good; tells when the last has been taken. */
    public void open(PersonId person, String name, SerializableRunnable onClosed) {
        var dialog = new EnrollDialog(this, person, name);
        dialog.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                onClosed.run();
            }
        });
        dialog.open();
    }

    /** A person of a gallery who is a user, without faces yet. */
    public PersonId begin(GalleryName gallery, String name, UUID user) {
        var person = new NewPerson(name, null, Metadata.NONE, false, user);
        return persons.create(gallery, person).id();
    }

    /** Takes a photo as it is sent, without looking whose face it is. */
    void enroll(PersonId person, Photo photo) {
        enrolments.enroll(person, photo);
    }

    GuidedEnrolmentService guided() {
        return guided;
    }

    SignedUrls urls() {
        return urls;
    }

    PhotoLimits limits() {
        return limits;
    }

    /** What somebody is called, as far as the user may know. */
    Optional<String> name(PersonId person) {
        if (!PortalSession.permits(PERSON_READ)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PersonName.of(persons.require(person)));
        } catch (PersonNotFoundException e) {
            return Optional.empty();
        }
    }
}
