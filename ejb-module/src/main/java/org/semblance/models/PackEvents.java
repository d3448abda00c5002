package org.semblance.models;

import org.semblance.audit.AuditEvent;
import org.semblance.vision.pack.ModelPack;

/** What the audit trail says of packs. */
public final class PackEvents {
    private PackEvents() {}

    /** That a pack was installed. */
    public static AuditEvent installed(ModelPack pack, boolean acceptsLicence) {
        return AuditEvent.success("model-pack.installed", "model-pack", pack.name())
                .with("version", pack.version())
                .with("embedder_sha256", pack.embedder().file().sha256())
                .with("licence_accepted", acceptsLicence);
    }
}
