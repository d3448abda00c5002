package org.semblance.vision.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.vision.TestFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** With the models that ship, on pictures of people who do not exist. */
class EvaluateCommandTest {
    private static final int PEOPLE = 14;
    private static final int ENROLLED = 10;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void the_demo_people_are_found_and_told_apart() throws IOException {
        var images = TestFiles.demo("people");
        var pairs = write("pairs.csv", pairs(images));
        var people = write("people.csv", people(images));
        var roc = directory.resolve("roc.png");
        var csv = directory.resolve("figures.csv");
        var json = directory.resolve("figures.json");

        int code = run(
                "starter",
                "--pairs",
                pairs.toString(),
                "--images",
                images.toString(),
                "--identities",
                people.toString(),
                "--roc",
                roc.toString(),
                "--csv",
                csv.toString(),
                "--json",
                json.toString());

        assertThat(errors()).isEmpty();
        assertThat(code).isZero();
        assertThat(out())
                .containsPattern("pictures looked at +\\| 28 ")
                .containsPattern("detection rate\\) +\\| 100.00 % ")
                .containsPattern("pairs of the same person +\\| 14 ")
                .containsPattern("accuracy, complete pairs, 10 folds +\\| 100.00 % ± 0.00 ")
                .containsPattern("nearest picture \\(rank 1\\) +\\| - +\\| 100.00 %")
                .containsPattern("counted +\\| 10 enrolled +\\| 10 +\\| 4 ");
        assertThat(Files.readAllLines(csv)).contains("measure,value", "pictures,28", "accuracy,1", "rank-1,1");
        assertThat(Files.readString(json)).contains("\"pairs-same\": 14,", "\"pairs-threshold-at-1e-4\": null,");
        assertThat(colours(roc))
                .as("axes, grid, two curves and their smooth edges")
                .hasSizeGreaterThan(20);
        try (var left = Files.list(directory)) {
            assertThat(left).as("nothing unfinished").hasSize(5);
        }
    }

    @Test
    void missing_unreadable_and_empty_pictures_are_counted_and_named() throws IOException {
        var portrait = TestFiles.list(TestFiles.demo("people")).get(0).resolve("1.jpg");
        Files.copy(portrait, directory.resolve("face.jpg"));
        Files.copy(TestFiles.demo("no-face/landscape-1.jpg"), directory.resolve("hills.jpg"));
        Files.writeString(directory.resolve("text.jpg"), "no picture");
        var pairs = write(
                "pairs.csv",
                List.of("image1,image2,same", "face.jpg,hills.jpg,0", "face.jpg,text.jpg,0", "face.jpg,gone.jpg,1"));

        int code = run("starter", "--pairs", pairs.toString(), "--images", directory.toString(), "--threads", "2");

        assertThat(code).isZero();
        assertThat(errors())
                .contains("1 pictures missing: gone.jpg")
                .contains("1 pictures unreadable: text.jpg")
                .contains("1 pictures without a face: hills.jpg");
        assertThat(out())
                .containsPattern("pictures looked at +\\| 3 ")
                .containsPattern("detection rate\\) +\\| 33.33 % ")
                .containsPattern("pairs with a face not found +\\| 2 ")
                .containsPattern("left out\\) +\\| 1 ")
                .containsPattern("10 folds +\\| - ");
    }

    @Test
    void pictures_that_are_all_missing_point_at_the_directory() throws IOException {
        var pairs = write("pairs.csv", List.of("image1,image2,same", "a.jpg,b.jpg,0"));

        int code = run("starter", "--pairs", pairs.toString(), "--images", directory.toString());

        assertThat(code).isEqualTo(1);
        assertThat(errors()).contains("None of the 2 pictures is in " + directory, "--images");
        assertThat(out()).isEmpty();
    }

    @Test
    void malformed_labels_are_told_before_any_model_is_loaded() throws IOException {
        var pairs = write("pairs.csv", List.of("image1,image2,same", "a.jpg,b.jpg,perhaps"));

        int code = run("starter", "--pairs", pairs.toString(), "--images", directory.toString());

        assertThat(code).isEqualTo(1);
        assertThat(errors()).contains("pairs.csv line 2: same is \"perhaps\"");
    }

    @Test
    void an_unknown_pack_is_named() throws IOException {
        var pairs = write("pairs.csv", List.of("image1,image2,same", "a.jpg,b.jpg,0"));

        int code = run("nonsense", "--pairs", pairs.toString(), "--images", directory.toString());

        assertThat(code).isEqualTo(1);
        assertThat(errors()).contains("nonsense");
    }

    @Test
    void wrong_arguments_are_named_above_the_usage() {
        misused("Name the model pack");
        misused("--images and --pairs must be given", "starter");
        misused("--pairs needs a value", "starter", "--pairs");
        misused("--quick is not understood", "starter", "--quick");
        misused("second is not understood", "starter", "second");
        misused("is no directory", "starter", "--pairs", "p.csv", "--images", directory + "/nowhere");
        misused(
                "--border is 2, but must be a number from 0.0 to 1.0",
                "starter",
                "--pairs",
                "p.csv",
                "--images",
                directory.toString(),
                "--border",
                "2");
    }

    @Test
    void help_is_given() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("--pairs", "--images", "--identities", "--detector-threshold");
    }

    private void misused(String reason, String... arguments) {
        errors.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(errors()).contains(reason, "Usage:");
    }

    private int run(String... arguments) {
        return EvaluateCommand.run(
                List.of(arguments),
                TestFiles.packs(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(directory.resolve(name), lines);
    }

    private static List<String> names(Path images) {
        return TestFiles.list(images).subList(0, PEOPLE).stream()
                .map(person -> person.getFileName().toString())
                .toList();
    }

    /** The first two pictures of each person, and everybody with the next. */
    private static List<String> pairs(Path images) {
        List<String> lines = new ArrayList<>(List.of("image1,image2,same"));
        var names = names(images);
        for (int i = 0; i < PEOPLE; i++) {
            String next = names.get((i + 1) % PEOPLE);
            lines.add(names.get(i) + "/1.jpg," + names.get(i) + "/2.jpg,1");
            lines.add(names.get(i) + "/1.jpg," + next + "/2.jpg,0");
        }
        return lines;
    }

    private static List<String> people(Path images) {
        List<String> lines = new ArrayList<>(List.of("image,identity,role"));
        var names = names(images);
        for (int i = 0; i < PEOPLE; i++) {
            if (i < ENROLLED) {
                lines.add(names.get(i) + "/1.jpg," + names.get(i) + ",gallery");
            }
            lines.add(names.get(i) + "/2.jpg," + names.get(i) + (i < ENROLLED ? ",probe" : ",unknown_probe"));
        }
        return lines;
    }

    private static Set<Integer> colours(Path png) throws IOException {
        var image = ImageIO.read(png.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
