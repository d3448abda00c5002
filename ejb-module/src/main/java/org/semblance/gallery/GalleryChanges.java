package org.semblance.gallery;

import org.semblance.audit.AuditEvent;

/** What a change of a gallery changes, for the record. */
final class GalleryChanges {
    private GalleryChanges() {}

    static AuditEvent of(Gallery gallery, NewGallery wanted) {
        GalleryRules before = gallery.rules();
        GalleryRules after = wanted.rules();
        return AuditEvent.success("gallery.changed", "gallery", wanted.name())
                .changed("title", gallery.title(), wanted.title())
                .changed("kind", before.kind().code(), after.kind().code())
                .changed(
                        "false_accept_rate",
                        before.falseAcceptRate().rate(),
                        after.falseAcceptRate().rate())
                .changed("threshold", before.threshold(), after.threshold())
                .changed("margin", before.margin(), after.margin())
                .changed("min_quality", before.minQuality(), after.minQuality())
                .changed("min_faces", before.minFaces(), after.minFaces())
                .changed(
                        "unknown_faces",
                        before.unknownFaces().code(),
                        after.unknownFaces().code());
    }
}
