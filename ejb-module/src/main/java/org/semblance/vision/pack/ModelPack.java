package org.semblance.vision.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.ModelId;
import org.semblance.vision.Thresholds;

/**
 * Everything that is known of one pack of models.
 *
 * @param name also the name of its directory
 * @param licence under which the weights may be used
 * @param description what the models are and where they come from, in a sentence
 * @param liveness null when the pack cannot tell live faces from prints and screens
 */
public record ModelPack(
        String name,
        String version,
        Licence licence,
        String description,
        DetectorSpec detector,
        EmbedderSpec embedder,
        Thresholds thresholds,
        @Nullable LivenessSpec liveness) {

    /** The name that embeddings of this pack carry. */
    public ModelId embedderId() {
        return new ModelId(name + "/" + embedder.name());
    }

    /** Every model of the pack. */
    public List<ModelFile> files() {
        List<ModelFile> files = new ArrayList<>(List.of(detector.file(), embedder.file()));
        if (liveness != null) {
            liveness.models().forEach(model -> files.add(model.file()));
        }
        return files;
    }
}
