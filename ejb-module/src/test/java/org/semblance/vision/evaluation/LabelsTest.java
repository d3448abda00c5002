package org.semblance.vision.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LabelsTest {
    @TempDir
    private Path directory;

    private Path file;
    private final Pictures pictures = new Pictures();

    @BeforeEach
    void name() {
        file = directory.resolve("labels.csv");
    }

    @Test
    void pairs_come_with_quotes_blank_lines_further_columns_and_any_line_end() throws IOException {
        Files.writeString(file, """
                \uFEFFimage1,image2,Same,origin\r
                "a, 1.jpg",b.jpg,1,x\r
                \r
                "say ""cheese"".jpg","a, 1.jpg",no,
                b.jpg,"two
                lines.jpg",TRUE,y""");

        var pairs = LabelledPair.read(file, pictures);

        assertThat(pairs)
                .containsExactly(
                        new LabelledPair(0, 1, true), new LabelledPair(2, 0, false), new LabelledPair(1, 3, true));
        assertThat(pictures.count()).isEqualTo(4);
        assertThat(List.of(pictures.name(0), pictures.name(2), pictures.name(3)))
                .containsExactly("a, 1.jpg", "say \"cheese\".jpg", "two\nlines.jpg");
    }

    @Test
    void columns_may_stand_in_any_order() throws IOException {
        Files.writeString(file, "same,note,image2,image1\n0,,b,a\n");

        assertThat(LabelledPair.read(file, pictures)).containsExactly(new LabelledPair(0, 1, false));
        assertThat(pictures.name(0)).isEqualTo("a");
    }

    @Test
    void every_malformed_line_is_told_with_its_number() throws IOException {
        Files.writeString(file, """
                image1,image2,same
                a,b,1
                a,b
                a,"b
                c",maybe
                a,,0
                a,a,1
                """);

        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> LabelledPair.read(file, pictures))
                .withMessageContainingAll(
                        "line 3: has 2 cells, but needs 3",
                        "line 4: same is \"maybe\", but must be 1, true or yes, or else 0, false or no",
                        "line 6: the name of a picture is missing",
                        "line 7: pairs a with itself");
    }

    @Test
    void a_long_list_of_malformed_lines_is_cut() throws IOException {
        Files.writeString(file, "image1,image2,same\n" + "a,b,c\n".repeat(60));

        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> LabelledPair.read(file, pictures))
                .withMessageContaining("line 51:")
                .withMessageEndingWith("and 10 more lines like these");
    }

    @Test
    void quotes_that_do_not_match_are_refused_with_the_line_they_open_on() throws IOException {
        Files.writeString(file, "image1,image2,same\na,b,1\n\"a,b,1\na,b,0\n");
        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> LabelledPair.read(file, pictures))
                .withMessageContaining("line 3: the quotation mark is never closed");

        Files.writeString(file, "image1,image2,same\n\"a\"x,b,1\n");
        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> LabelledPair.read(file, pictures))
                .withMessageContaining("line 2: something follows a closing quotation mark");
    }

    @Test
    void a_file_without_its_columns_text_or_pairs_is_refused() throws IOException {
        Files.writeString(file, "first,second\na,b\n");
        refused("line 1: no column image1, image2, same");

        Files.writeString(file, "");
        refused("is empty");

        Files.writeString(file, "image1,image2,same\n");
        refused("holds no pairs");

        Files.write(file, new byte[] {'i', (byte) 0xFF, '\n'});
        refused("is not in UTF-8");

        Files.delete(file);
        refused("cannot be read");
    }

    private void refused(String reason) {
        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> LabelledPair.read(file, pictures))
                .withMessageContaining(reason);
    }

    @Test
    void people_have_an_identity_and_a_role() throws IOException {
        Files.writeString(file, "image,identity,role\na,Ann,gallery\nb,Ann,probe\nc,Bo,unknown_probe\nd,Cy,\n");

        assertThat(LabelledPerson.read(file, pictures))
                .containsExactly(
                        new LabelledPerson(0, "Ann", LabelledPerson.Role.GALLERY),
                        new LabelledPerson(1, "Ann", LabelledPerson.Role.PROBE),
                        new LabelledPerson(2, "Bo", LabelledPerson.Role.UNKNOWN_PROBE),
                        new LabelledPerson(3, "Cy", LabelledPerson.Role.OTHER));
    }

    @Test
    void people_without_identity_of_unknown_role_or_labelled_twice_are_refused() throws IOException {
        Files.writeString(file, "image,identity,role\na,Ann,gallery\nb,,probe\nc,Bo,guest\na,Bo,probe\n");

        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> LabelledPerson.read(file, pictures))
                .withMessageContainingAll(
                        "line 3: the identity is missing",
                        "line 4: role is \"guest\"",
                        "line 5: a has been labelled before");
    }
}
