package org.semblance.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What the pipeline adds to the models, in this process: whole, by stage, in batches, with two callers, in memory. */
final class VisionBenchmark implements Benchmark {
    private static final double BAR = 1.25;
    private static final int LARGE_BATCH = 16;
    private static final int PEOPLE = 12;
    private static final int MEMORY_CALLS = 10;

    @Override
    public void run(Options options, PrintStream out) {
        var checkout = Checkout.find();
        var samples = new Samples(checkout);
        var table = new Table(Role.PIPELINE, Role.BARE, BAR);
        List<String> further = new ArrayList<>();
        try (var pipeline = Pipeline.start(checkout)) {
            further.add(memory(pipeline, samples));
            try (var models = new BareModels(pipeline.pack());
                    var stages = new StageModels(pipeline.pack())) {
                var portrait = samples.portrait();
                for (Picture picture : List.of(portrait, samples.group(), samples.large())) {
                    boolean isLarge = picture.bytes().length > 1_000_000;
                    var race = isLarge ? options.shortRace() : options.race();
                    try (var subject = new Subject(picture, pipeline.analysis(), models)) {
                        out.println(subject.title());
                        further.add(measure(subject, new Stages(picture, subject.names(), stages), race, table));
                    }
                }
                batches(stages, models, samples, options.race()).forEach(table::add);
                further.add(throughput(pipeline, models, samples, options));
            }
        }
        out.println();
        out.println(table);
        further.forEach(text -> out.println(System.lineSeparator() + text));
    }

    /** All of one picture in one race, then by what is compared. */
    private static String measure(Subject subject, Stages stages, Race race, Table table) {
        List<Contender> contenders = new ArrayList<>(subject.detect());
        contenders.addAll(subject.analyze());
        contenders.addAll(subject.parts());
        int detecting = subject.detect().size();
        int analyzing = contenders.size();
        contenders.addAll(stages.contenders());
        var measured = race.run(contenders);
        table.add(measured.subList(0, detecting));
        table.add(measured.subList(detecting, analyzing));
        return stages.table(measured);
    }

    private static List<List<Measurement>> batches(StageModels stages, BareModels bare, Samples samples, Race race) {
        var picture = stages.decoder().decode(samples.group().photo());
        var faces = stages.aligned(picture);
        List<List<Measurement>> groups = new ArrayList<>();
        for (int count : new int[] {faces.size(), LARGE_BATCH}) {
            try (var batches = new Batches(stages, bare, faces, count)) {
                groups.add(race.run(batches.contenders()));
            }
        }
        return groups;
    }

    private static String throughput(Pipeline pipeline, BareModels models, Samples samples, Options options) {
        List<BareRun> runs = new ArrayList<>();
        try {
            List<Work> bare = new ArrayList<>();
            List<Work> ours = new ArrayList<>();
            for (var picture : samples.people(PEOPLE)) {
                var run = new BareRun(models, picture, pipeline.analysis().analyze(picture.photo()));
                runs.add(run);
                bare.add(run::analyze);
                ours.add(() -> pipeline.analysis().analyze(picture.photo()));
            }
            return new Throughput(options.slices(), bare, ours).run();
        } finally {
            runs.forEach(BareRun::close);
        }
    }

    /** Before anything else is loaded, or it would count, too. */
    private static String memory(Pipeline pipeline, Samples samples) {
        PeakMemory.reset();
        List<String> lines = new ArrayList<>();
        for (var picture : List.of(samples.portrait(), samples.group(), samples.large())) {
            for (int call = 0; call < MEMORY_CALLS; call++) {
                pipeline.analysis().analyze(picture.photo());
            }
            lines.add(PeakMemory.told("after " + MEMORY_CALLS + " times " + picture.name()));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
