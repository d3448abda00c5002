package org.semblance.transfer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.StandaloneAudit;
import org.semblance.identity.CurrentUser;
import org.semblance.jobs.JobPermissionException;
import org.semblance.platform.Permissions;

/** Files of pictures from people who cannot put them on the server themselves. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadService {
    private final UploadFiles files;
    private final StandaloneAudit audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UploadService() {
        this(null, null);
    }

    @Inject
    public UploadService(UploadFiles files, StandaloneAudit audit) {
        this.files = files;
        this.audit = audit;
    }

    @RolesAllowed(Permissions.JOB_MANAGE)
    public UploadFiles.UploadFile append(String name, long offset, InputStream piece) {
        requireEnroll();
        var file = files.append(name, offset, piece);
        audit.record(AuditEvent.success("import.uploaded", "import", name).with("bytes", file.bytes()));
        return file;
    }

    @RolesAllowed(Permissions.JOB_MANAGE)
    public List<UploadFiles.UploadFile> list() {
        requireEnroll();
        return files.list();
    }

    @RolesAllowed(Permissions.JOB_MANAGE)
    public void delete(String name) {
        requireEnroll();
        files.delete(name);
        audit.record(AuditEvent.success("import.deleted", "import", name));
    }

    private static void requireEnroll() {
        if (!CurrentUser.require().scope(Permissions.PERSON_ENROLL).everywhere()) {
            throw new JobPermissionException("enroll-persons", Permissions.PERSON_ENROLL);
        }
    }
}
