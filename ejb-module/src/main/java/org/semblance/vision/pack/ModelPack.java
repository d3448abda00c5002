package org.semblance.vision.pack;

import org.semblance.vision.ModelId;

/**
 * Everything that is known of one pack of models.
 *
 * @param name also the name of its directory
 * @param licence under which the weights may be used
 * @param description what the models are and where they come from, in a sentence
 */
public record ModelPack(
        String name,
        String version,
        Licence licence,
        String description,
        DetectorSpec detector,
        EmbedderSpec embedder,
        Thresholds thresholds) {

    /** The name that embeddings of this pack carry. */
    public ModelId embedderId() {
        return new ModelId(name + "/" + embedder.name());
    }
}
