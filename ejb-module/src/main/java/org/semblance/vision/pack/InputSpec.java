package org.semblance.vision.pack;

import java.util.List;
import org.semblance.vision.pixels.ColourOrder;
import org.semblance.vision.pixels.Planes;

/** What a model expects in its three colour planes: {@code (byte - mean) / deviation}, in the order of the planes. */
public record InputSpec(ColourOrder colours, List<Double> mean, List<Double> deviation) {
    public InputSpec {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    public Planes planes() {
        return new Planes(colours, mean, deviation);
    }
}
