package org.semblance.vision.pack;

import java.util.List;

/**
 * How to tell live faces from prints and screens.
 *
 * @param models whose answers are averaged
 * @param threshold score from which on a face counts as live
 */
public record LivenessSpec(LivenessFamily family, List<Model> models, double threshold) {
    public LivenessSpec {
        models = List.copyOf(models);
    }

    /**
     * One model.
     *
     * @param crop how much larger than the face's box the part of the picture is that it looks at
     */
    public record Model(ModelFile file, double crop) {}
}
