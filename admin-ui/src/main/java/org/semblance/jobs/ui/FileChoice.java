package org.semblance.jobs.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.semblance.jobs.JobPermissionException;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.transfer.UploadFiles;
import org.semblance.transfer.UploadService;

/** Chooses what a job reads: a file that somebody has sent, or the path of anything else below the import folder. */
final class FileChoice extends ComboBox<String> {
    private static final long serialVersionUID = 1L;

    FileChoice(UploadService uploads) {
        setAllowCustomValue(true);
        setItems(sent(uploads));
        setPlaceholder(getTranslation("jobs.file.placeholder"));
        addCustomValueSetListener(event -> setValue(event.getDetail().strip()));
    }

    String path() {
        return isEmpty() ? "" : getValue();
    }

    /** Who may enroll in some galleries only may not see what others have sent, but may name what they know of. */
    private static List<String> sent(UploadService uploads) {
        if (!PortalSession.permits(Permissions.PERSON_ENROLL)) {
            return List.of();
        }
        try {
            return uploads.list().stream().map(UploadFiles.UploadFile::folder).toList();
        } catch (JobPermissionException e) {
            return List.of();
        }
    }
}
