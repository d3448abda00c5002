package org.semblance.identity.ui;

import com.vaadin.flow.function.SerializableRunnable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GalleryTitle;
import org.semblance.identity.SignInService;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalSession;

/** Everything that keeping API keys takes. */
@Dependent
public class KeyDesk {
    private final ApiKeyService keys;
    private final GalleryService galleries;
    private final SignInService signIns;

    @Inject
    public KeyDesk(ApiKeyService keys, GalleryService galleries, SignInService signIns) {
        this.keys = keys;
        this.galleries = galleries;
        this.signIns = signIns;
    }

    ApiKeyService keys() {
        return keys;
    }

    List<GalleryTitle> galleries() {
        return PortalSession.permits(Permissions.GALLERY_READ) ? galleries.titles() : List.of();
    }

    /** Does something that may ask for the password first. */
    void sensitive(SerializableRunnable work) {
        PasswordAgain.before(signIns, work);
    }
}
