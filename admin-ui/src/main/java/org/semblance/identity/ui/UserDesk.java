package org.semblance.identity.ui;

import com.vaadin.flow.function.SerializableRunnable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GalleryTitle;
import org.semblance.identity.SignInService;
import org.semblance.identity.directory.DepartmentService;
import org.semblance.identity.directory.RoleService;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.identity.directory.UserService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalSession;

/** Everything that keeping users takes. */
@Dependent
public class UserDesk {
    private final UserService users;
    private final RoleService roles;
    private final DepartmentService departments;
    private final GalleryService galleries;
    private final SignInService signIns;

    @Inject
    public UserDesk(
            UserService users,
            RoleService roles,
            DepartmentService departments,
            GalleryService galleries,
            SignInService signIns) {
        this.users = users;
        this.roles = roles;
        this.departments = departments;
        this.galleries = galleries;
        this.signIns = signIns;
    }

    UserService users() {
        return users;
    }

    List<RoleSummary> roles() {
        return roles.list();
    }

    DepartmentService departments() {
        return departments;
    }

    /** Galleries in which a role can be given; none for whoever may not see galleries. */
    List<GalleryTitle> galleries() {
        return PortalSession.permits(Permissions.GALLERY_READ) ? galleries.titles() : List.of();
    }

    /** Does something that may ask for the password first. */
    void sensitive(SerializableRunnable work) {
        PasswordAgain.before(signIns, work);
    }

    /** Whether a password lets anybody in. */
    boolean takesPasswords() {
        return signIns.takesPasswords();
    }

    static boolean mayManage() {
        return PortalSession.permits(Permissions.USER_MANAGE);
    }
}
