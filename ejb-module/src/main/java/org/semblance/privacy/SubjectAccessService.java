package org.semblance.privacy;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.OutputStream;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSubjects;
import org.semblance.identity.StepUp;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Permissions;

/** Hands out everything that is held of somebody, to be given to them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubjectAccessService {
    private final PersonSubjects subjects;
    private final SubjectAccess access;
    private final PrivacyAudit audit;
    private final StepUp stepUp;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SubjectAccessService() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public SubjectAccessService(PersonSubjects subjects, SubjectAccess access, PrivacyAudit audit, StepUp stepUp) {
        this.subjects = subjects;
        this.access = access;
        this.audit = audit;
        this.stepUp = stepUp;
    }

    /** By what to find what is held; recorded before the first byte is handed out. */
    @RolesAllowed(Permissions.PRIVACY_EXPORT)
    public Subject begin(PersonId person) {
        stepUp.require();
        PersonId known = subjects.require(person);
        Subject subject = subjects.subject(known);
        audit.record(
                Actor.caller(caller.getCallerPrincipal().getName()),
                AuditEvent.success("person.exported", "person", known)
                        .with("faces", subject.faces().size())
                        .with("files", subject.files().size()));
        return subject;
    }

    /** A ZIP with every row and every picture. */
    @RolesAllowed(Permissions.PRIVACY_EXPORT)
    public void write(Subject subject, OutputStream out) {
        access.write(subject, out);
    }
}
