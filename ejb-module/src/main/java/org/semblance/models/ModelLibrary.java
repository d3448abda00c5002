package org.semblance.models;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.analysis.LoadedPack;
import org.semblance.vision.install.InstallSettings;
import org.semblance.vision.install.PackLibrary;

/** The library of packs in the configured directory. */
@Dependent
public class ModelLibrary {
    private final PackLibrary library;

    @Inject
    public ModelLibrary(VisionSettings vision, InstallSettings install, Clock clock) {
        this.library = new PackLibrary(vision.modelsDirectory(), install, LoadedPack::tryOut, clock);
    }

    public PackLibrary packs() {
        return library;
    }
}
