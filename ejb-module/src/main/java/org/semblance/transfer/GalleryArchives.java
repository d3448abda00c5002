package org.semblance.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.semblance.identity.DocumentSigner;

/** Opens what exports have written, here or elsewhere. */
@ApplicationScoped
public class GalleryArchives {
    private final TransferSettings settings;
    private final DocumentSigner signer;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GalleryArchives() {
        this(null, null);
    }

    @Inject
    public GalleryArchives(TransferSettings settings, DocumentSigner signer) {
        this.settings = settings;
        this.signer = signer;
    }

    /**
     * Opens an archive, which whoever is done closes.
     *
     * @param isTrusted whether somebody vouches for it, so that anybody may have signed it
     */
    public GalleryArchive open(Path file, boolean isTrusted) {
        return GalleryArchive.open(
                file, settings, isTrusted ? signer::read : signature -> signer.verify(signature, GalleryArchive.TYPE));
    }
}
