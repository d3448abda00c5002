package org.semblance.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What the pipeline adds to the models, in this process. */
final class VisionBenchmark implements Benchmark {
    private static final double BAR = 1.25;

    @Override
    public void run(Options options, PrintStream out) {
        var checkout = Checkout.find();
        var race = options.race();
        var table = new Table(Role.PIPELINE, Role.BARE, BAR);
        try (var pipeline = Pipeline.start(checkout);
                var models = new BareModels(pipeline.pack())) {
            for (Picture picture : checkout.pictures()) {
                try (var subject = new Subject(picture, pipeline.analysis(), models)) {
                    out.println(subject.title());
                    measure(subject, race).forEach(table::add);
                }
            }
        }
        out.println();
        out.println(table);
    }

    /** All of one picture in one race, then by what is compared. */
    private static List<List<Measurement>> measure(Subject subject, Race race) {
        List<Contender> contenders = new ArrayList<>(subject.detect());
        contenders.addAll(subject.analyze());
        contenders.addAll(subject.parts());
        int detecting = subject.detect().size();
        var measured = race.run(contenders);
        return List.of(measured.subList(0, detecting), measured.subList(detecting, measured.size()));
    }
}
