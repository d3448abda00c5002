package org.semblance.surveillance;

import org.semblance.audit.AuditEvent;

/** What the audit log says of a changed camera. */
final class CameraChanges {
    private CameraChanges() {}

    static AuditEvent of(Camera before, Camera after) {
        var was = before.rules();
        var is = after.rules();
        return AuditEvent.success("camera.changed", "camera", after.name())
                .changed("title", before.title(), after.title())
                .changed("location", before.location(), after.location())
                .changed("gallery", before.gallery().value(), after.gallery().value())
                .changed("threshold", was.threshold(), is.threshold())
                .changed("margin", was.margin(), is.margin())
                .changed("min_quality", was.minQuality(), is.minQuality())
                .changed("requires_liveness", was.requiresLiveness(), is.requiresLiveness())
                .changed(
                        "sighting_seconds",
                        was.sightingWindow().toSeconds(),
                        is.sightingWindow().toSeconds())
                .changed("keeps_unknown", was.keepsUnknown(), is.keepsUnknown())
                .changed("learns", was.learns(), is.learns())
                .changed("enabled", before.isEnabled(), after.isEnabled());
    }
}
