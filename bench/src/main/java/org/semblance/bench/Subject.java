package org.semblance.bench;

import java.util.List;
import org.semblance.vision.FaceAnalysis;

/** One picture, and everything in this process that can be done to it. */
final class Subject implements AutoCloseable {
    private final Picture picture;
    private final FaceAnalysis analysis;
    private final BareRun bare;
    private final int faces;

    Subject(Picture picture, FaceAnalysis analysis, BareModels models) {
        this.picture = picture;
        this.analysis = analysis;
        var analyzed = analysis.analyze(picture.photo());
        this.faces = analyzed.faces().size();
        if (faces == 0) {
            throw new BenchmarkException("The pipeline finds no face in the " + picture.name());
        }
        this.bare = new BareRun(models, picture, analyzed);
    }

    /** For headings. */
    String title() {
        return picture.name() + " with " + faces + (faces == 1 ? " face" : " faces");
    }

    List<Contender> detect() {
        return List.of(
                new Contender(picture.name() + " detect, bare", Role.BARE, bare::detect),
                new Contender(
                        picture.name() + " detect, pipeline", Role.PIPELINE, () -> analysis.detect(picture.photo())));
    }

    List<Contender> analyze() {
        return List.of(
                new Contender(picture.name() + " analyze, bare", Role.BARE, bare::analyze),
                new Contender(
                        picture.name() + " analyze, pipeline", Role.PIPELINE, () -> analysis.analyze(picture.photo())));
    }

    /** Where the whole path and its bare parts are found among the measurements. */
    Stages.Bare names() {
        return new Stages.Bare(
                analyze().get(1).name(),
                analyze().get(0).name(),
                parts().get(0).name(),
                parts().get(1).name(),
                parts().get(2).name());
    }

    /** What the bare lines are made of. */
    List<Contender> parts() {
        return List.of(
                new Contender("bare decoding", Role.PART, bare::decode),
                new Contender("bare detector", Role.PART, bare::detector),
                new Contender("bare embedder", Role.PART, bare::embedder));
    }

    @Override
    public void close() {
        bare.close();
    }
}
