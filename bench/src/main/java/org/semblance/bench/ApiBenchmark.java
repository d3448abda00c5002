package org.semblance.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What HTTP, sign-in, the database and the server around the pipeline add to it. */
final class ApiBenchmark implements Benchmark {
    private static final double BAR = 1.30;

    @Override
    public void run(Options options, PrintStream out) {
        var server = ApiClient.signIn(options);
        var checkout = Checkout.find();
        var race = options.race();
        var table = new Table(Role.API, Role.PIPELINE, BAR);
        try (var gallery = BenchGallery.create(server, checkout);
                var pipeline = Pipeline.start(checkout);
                var models = new BareModels(pipeline.pack())) {
            for (Picture picture : checkout.pictures()) {
                try (var subject = new Subject(picture, pipeline.analysis(), models)) {
                    out.println(subject.title());
                    byte[] jpeg = picture.bytes();
                    table.add(race.run(with(subject.detect(), picture, "POST /detect", () -> server.detect(jpeg))));
                    table.add(race.run(with(subject.analyze(), picture, "POST /search", () -> gallery.search(jpeg))));
                }
            }
        }
        out.println();
        out.println(table);
    }

    private static List<Contender> with(List<Contender> inProcess, Picture picture, String call, Work work) {
        List<Contender> all = new ArrayList<>(inProcess);
        all.add(new Contender(picture.name() + " " + call, Role.API, work));
        return all;
    }
}
