package org.semblance.surveillance.learning;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.semblance.audit.Actor;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonStore;
import org.semblance.gallery.SelfScoped;
import org.semblance.gallery.WithinGalleries;
import org.semblance.identity.CurrentUser;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.storage.ImageStore;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraNotFoundException;
import org.semblance.surveillance.Cameras;

/** Says why faces were learned, and takes them back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class LearnedFaceService {
    private static final int AT_ONCE = 100;

    private final LearnedFaces learned;
    private final LearnedRemovals removals;
    private final PersonStore persons;
    private final Cameras cameras;
    private final ImageStore images;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected LearnedFaceService() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public LearnedFaceService(
            LearnedFaces learned, LearnedRemovals removals, PersonStore persons, Cameras cameras, ImageStore images) {
        this.learned = learned;
        this.removals = removals;
        this.persons = persons;
        this.cameras = cameras;
        this.images = images;
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Page<LearnedFace> list(PersonId person, long after, int limit) {
        return learned.list(persons.require(person), after, limit);
    }

    /** All that cameras have added to a person. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    public Forgotten forget(PersonId person) {
        PersonId living = persons.require(person);
        return all(() -> removals.forget(living, AT_ONCE, actor()));
    }

    /** All that a camera has added to anybody. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    @SelfScoped("refuses cameras of other galleries as not found")
    public Forgotten forget(CameraName name) {
        Camera camera = cameras.require(name);
        if (!CurrentUser.require().scope(Permissions.PERSON_EDIT).includes(camera.galleryId())) {
            throw new CameraNotFoundException(name);
        }
        return all(() -> removals.forget(camera.id(), AT_ONCE, actor()));
    }

    /** In transactions of a hundred faces, so that a long list holds no locks. */
    private Forgotten all(Supplier<Forgotten> some) {
        int faces = 0;
        Forgotten last;
        do {
            last = some.get();
            images.deleteAll(last.files());
            faces += last.faces();
        } while (last.faces() == AT_ONCE);
        return new Forgotten(faces, last.held(), List.of());
    }

    private Actor actor() {
        return Actor.caller(caller.getCallerPrincipal().getName());
    }
}
