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
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** Makes one person of several and several of one, and takes that back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class PersonChangeService {
    private final PersonChanges changes;
    private final ChangeUndo undo;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonChangeService() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public PersonChangeService(PersonChanges changes, ChangeUndo undo) {
        this.changes = changes;
        this.undo = undo;
    }

    /** Makes several persons one; returns the id of the survivor. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    public PersonId merge(PersonId survivor, List<PersonId> others) {
        return changes.merge(survivor, others, actor());
    }

    /** Makes a person of some faces of another; returns the id of the new one. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    public PersonId split(PersonId person, List<FaceId> faces, @Nullable String name) {
        return changes.split(person, faces, name, actor());
    }

    /** Gives faces to another person, as one change for each whose they were. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    public void move(List<FaceId> faces, PersonId person) {
        changes.move(faces, person, actor());
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Page<PersonChange> list(PersonId person, long after, int limit) {
        return changes.list(person, after, limit);
    }

    /** The last changes of a person, the newest first: what somebody who wants to undo looks for. */
    @RolesAllowed(Permissions.PERSON_READ)
    public List<PersonChange> newest(PersonId person, int limit) {
        return changes.newest(person, limit);
    }

    @RolesAllowed(Permissions.PERSON_EDIT)
    public PersonChange undo(PersonChangeId change) {
        undo.undo(change, actor());
        return undo.require(change);
    }

    private Actor actor() {
        return Actor.caller(caller.getCallerPrincipal().getName());
    }
}
