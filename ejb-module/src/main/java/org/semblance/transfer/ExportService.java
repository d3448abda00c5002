package org.semblance.transfer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.StandaloneAudit;
import org.semblance.identity.StepUp;
import org.semblance.platform.Permissions;

/** What people do with exports of galleries, all of them: who may carry one away may carry any away. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExportService {
    private final ExportFiles files;
    private final StepUp stepUp;
    private final StandaloneAudit audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ExportService() {
        this(null, null, null);
    }

    @Inject
    public ExportService(ExportFiles files, StepUp stepUp, StandaloneAudit audit) {
        this.files = files;
        this.stepUp = stepUp;
        this.audit = audit;
    }

    @RolesAllowed(Permissions.GALLERY_EXPORT)
    public List<ExportFiles.ExportFile> list() {
        return files.list();
    }

    /** Where the archive lies; whoever asks is about to carry it away, which is recorded. */
    @RolesAllowed(Permissions.GALLERY_EXPORT)
    public Path fetch(String name) {
        stepUp.require();
        Path file = files.require(name);
        audit.record(AuditEvent.success("gallery.export-fetched", "export", name));
        return file;
    }

    @RolesAllowed(Permissions.GALLERY_EXPORT)
    public void delete(String name) {
        files.delete(name);
        audit.record(AuditEvent.success("gallery.export-deleted", "export", name));
    }
}
