package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.audit.Actor;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.storage.ImageStore;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.ModelId;
import org.semblance.vision.analysis.ModelsUnavailableException;

/** Makes, finds, changes and removes the persons of a gallery. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PersonService {
    private final PersonStore persons;
    private final PersonRemovals removals;
    private final FaceAnalysis analysis;
    private final ImageStore images;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonService() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public PersonService(PersonStore persons, PersonRemovals removals, FaceAnalysis analysis, ImageStore images) {
        this.persons = persons;
        this.removals = removals;
        this.analysis = analysis;
        this.images = images;
    }

    @RolesAllowed(Permissions.PERSON_ENROLL)
    public PersonSummary create(GalleryName gallery, NewPerson person) {
        return summary(persons.add(gallery, person, actor()));
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Page<PersonSummary> list(PersonQuery query) {
        return persons.list(query, model());
    }

    /** Those who were deleted and can be brought back. */
    @RolesAllowed(Permissions.PERSON_DELETE)
    public Page<PersonSummary> listDeleted(PersonQuery query) {
        return persons.list(query.deleted(), model());
    }

    /** Who goes by that id now: of somebody merged, the survivor. */
    @RolesAllowed(Permissions.PERSON_READ)
    public PersonSummary require(PersonId person) {
        return summary(person);
    }

    @RolesAllowed(Permissions.PERSON_EDIT)
    public PersonSummary change(PersonId person, PersonPatch patch, ExpectedVersion expected) {
        return summary(persons.change(person, patch, expected, actor()));
    }

    /** Hides a person, who can be brought back until the purge. */
    @RolesAllowed(Permissions.PERSON_DELETE)
    public void delete(PersonId person) {
        removals.delete(person, actor());
    }

    @RolesAllowed(Permissions.PERSON_DELETE)
    public PersonSummary restore(PersonId person) {
        return summary(removals.restore(person, actor()));
    }

    /** Removes a person, deleted before or not, with all faces, embeddings and images, for good. */
    @RolesAllowed(Permissions.PERSON_DELETE)
    public void purge(PersonId person) {
        images.deleteAll(removals.purge(person, actor()));
    }

    private PersonSummary summary(PersonId person) {
        return persons.requireSummary(person, model());
    }

    /** Persons are there without models too; only nobody is recognisable then. */
    private Optional<ModelId> model() {
        try {
            return Optional.of(analysis.embedder().model());
        } catch (ModelsUnavailableException e) {
            return Optional.empty();
        }
    }

    private Actor actor() {
        return Actor.caller(caller.getCallerPrincipal().getName());
    }
}
