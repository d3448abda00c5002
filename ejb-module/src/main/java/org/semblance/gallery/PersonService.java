package org.semblance.gallery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.storage.ImageStore;

/** Makes, finds and removes the persons of a gallery. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PersonService {
    private final PersonStore persons;
    private final FaceStore faces;
    private final ImageStore images;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonService() {
        this(null, null, null);
    }

    @Inject
    public PersonService(PersonStore persons, FaceStore faces, ImageStore images) {
        this.persons = persons;
        this.faces = faces;
        this.images = images;
    }

    @RolesAllowed(Permissions.PERSON_ENROLL)
    public PersonSummary create(GalleryName gallery, NewPerson person) {
        return persons.requireSummary(gallery, persons.add(gallery, person));
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Page<PersonSummary> list(PersonQuery query) {
        return persons.list(query);
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public PersonSummary require(GalleryName gallery, PersonId person) {
        return persons.requireSummary(gallery, person);
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Page<FaceSummary> faces(GalleryName gallery, PersonId person, long after, int limit) {
        return faces.list(gallery, person, after, limit);
    }

    /** Removes a person with all faces, embeddings and images. */
    @RolesAllowed(Permissions.PERSON_DELETE)
    public void delete(GalleryName gallery, PersonId person) {
        images.deleteAll(persons.remove(gallery, person));
    }

    /** Removes one face with its embedding and images. */
    @RolesAllowed(Permissions.PERSON_DELETE)
    public void deleteFace(GalleryName gallery, PersonId person, FaceId face) {
        images.deleteAll(faces.remove(gallery, person, face));
    }
}
