package org.semblance.bench;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StagesTest {

    @Test
    void the_stages_add_up_to_the_whole() {
        var picture = new Samples(Checkout.find()).portrait();
        try (var pipeline = Pipeline.start(Checkout.find());
                var models = new BareModels(pipeline.pack());
                var subject = new Subject(picture, pipeline.analysis(), models);
                var stageModels = new StageModels(pipeline.pack())) {
            var stages = new Stages(picture, subject.names(), stageModels);
            var contenders = new ArrayList<>(subject.analyze());
            contenders.addAll(subject.parts());
            contenders.addAll(stages.contenders());

            String table = stages.table(new Race(0, 1).run(contenders));

            var lines = table.lines().skip(1).toList();
            double sum = lines.stream()
                    .limit(lines.size() - 1)
                    .mapToDouble(StagesTest::processorTime)
                    .sum();
            double whole = processorTime(lines.get(lines.size() - 1));
            assertThat(sum).isCloseTo(whole, within(0.1));
            assertThat(table).contains("align 1 face ", "decode", "embedder");
        }
    }

    private static double processorTime(String line) {
        return Double.parseDouble(line.substring(37, 47).strip());
    }
}
