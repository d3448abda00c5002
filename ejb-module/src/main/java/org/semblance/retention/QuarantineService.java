package org.semblance.retention;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.StandaloneAudit;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.storage.ImageQuarantine;
import org.semblance.storage.MissingImage;
import org.semblance.storage.MissingImages;
import org.semblance.storage.QuarantinedFile;
import org.semblance.storage.QuarantinedFiles;

/** Files without rows, rows without files, and how to bring them together again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QuarantineService {
    private final ImageQuarantine quarantine;
    private final QuarantinedFiles files;
    private final MissingImages missing;
    private final StandaloneAudit audit;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected QuarantineService() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public QuarantineService(
            ImageQuarantine quarantine, QuarantinedFiles files, MissingImages missing, StandaloneAudit audit) {
        this.quarantine = quarantine;
        this.files = files;
        this.missing = missing;
        this.audit = audit;
    }

    @RolesAllowed(Permissions.RETENTION_READ)
    public Page<QuarantinedFile> list(long after, int limit) {
        return quarantine.list(after, limit);
    }

    @RolesAllowed(Permissions.RETENTION_READ)
    public Page<MissingImage> missing(long after, int limit) {
        return missing.list(after, limit);
    }

    /** Puts a file back that a row names again. */
    @RolesAllowed(Permissions.RETENTION_MANAGE)
    public void restore(long id) {
        QuarantinedFile file = quarantine.require(id);
        files.putBack(file);
        audit.record(
                Actor.caller(caller.getCallerPrincipal().getName()),
                AuditEvent.success("retention.file-restored", "quarantined-file", id)
                        .with("bytes", file.size()));
    }
}
