package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.storage.ImageStore;

/** Finds stored faces, says whose they are or are not, and removes them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FaceService {
    private final FaceStore faces;
    private final PersonChanges changes;
    private final PersonRemovals removals;
    private final ImageStore images;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FaceService() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public FaceService(FaceStore faces, PersonChanges changes, PersonRemovals removals, ImageStore images) {
        this.faces = faces;
        this.changes = changes;
        this.removals = removals;
        this.images = images;
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Page<FaceSummary> list(PersonId person, long after, int limit) {
        return faces.list(person, after, limit);
    }

    /** Those of the given faces that there are. */
    @RolesAllowed(Permissions.PERSON_READ)
    public List<FaceSummary> find(List<FaceId> ids) {
        if (ids.isEmpty() || ids.size() > Page.MAX_LIMIT) {
            throw new InvalidInputException("ids", "ids names 1 to " + Page.MAX_LIMIT + " faces, not " + ids.size());
        }
        return faces.find(ids);
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public FaceSummary require(FaceId face) {
        return faces.find(List.of(face)).stream().findFirst().orElseThrow(() -> new FaceNotFoundException(face));
    }

    /** Gives a face to a person, or to nobody. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    public FaceSummary move(FaceId face, @Nullable PersonId person) {
        changes.move(List.of(face), person, actor());
        return require(face);
    }

    /** Says that a face is not a person's, which no decision overrules. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    public void reject(FaceId face, PersonId person) {
        changes.reject(face, person, actor());
    }

    @RolesAllowed(Permissions.PERSON_EDIT)
    public void withdrawRejection(FaceId face, PersonId person) {
        changes.withdrawRejection(face, person, actor());
    }

    /** Removes a face with its embeddings and images, for good; a person of whom nothing else was known goes with it. */
    @RolesAllowed(Permissions.PERSON_DELETE)
    public void delete(FaceId face) {
        images.deleteAll(removals.removeFace(face, actor()));
    }

    private Actor actor() {
        return Actor.caller(caller.getCallerPrincipal().getName());
    }
}
