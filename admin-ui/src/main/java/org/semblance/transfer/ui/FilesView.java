package org.semblance.transfer.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.semblance.identity.SignInService;
import org.semblance.jobs.JobPermissionException;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.platform.ui.UiErrorHandler;
import org.semblance.transfer.ExportService;
import org.semblance.transfer.UploadService;

/** Files that come in for jobs to read, and archives that go out. */
@CdiComponent
@Route(value = "files", layout = MainLayout.class)
@Menu(title = "files.title", order = 320, icon = "FILES")
@RolesAllowed({Permissions.JOB_MANAGE, Permissions.GALLERY_EXPORT})
public class FilesView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient UploadService uploads;
    private final transient ExportService exports;
    private final transient SignInService signIns;

    @Inject
    public FilesView(UploadService uploads, ExportService exports, SignInService signIns) {
        this.uploads = uploads;
        this.exports = exports;
        this.signIns = signIns;
        addClassName("view");
    }

    @Override
    public String title() {
        return getTranslation("files.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        if (PortalSession.permits(Permissions.JOB_MANAGE) && PortalSession.permits(Permissions.PERSON_ENROLL)) {
            showImports();
        }
        if (PortalSession.permits(Permissions.GALLERY_EXPORT)) {
            add(new ExportedFiles(exports, signIns));
        }
        if (getChildren().findAny().isEmpty()) {
            add(new EmptyState(PortalIcon.LOCK, getTranslation("files.none"), getTranslation("files.none.text")));
        }
    }

    /** Whoever enrolls in some galleries only has no business with files for any of them. */
    private void showImports() {
        try {
            add(new ImportFiles(uploads));
        } catch (JobPermissionException e) {
            add(new EmptyState(PortalIcon.LOCK, getTranslation("files.none"), UiErrorHandler.message(e)));
        }
    }
}
