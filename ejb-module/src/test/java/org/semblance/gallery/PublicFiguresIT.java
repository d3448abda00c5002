package org.semblance.gallery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.audit.Actor;
import org.semblance.lookalike.PublicFigures;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.Detection;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.Findings;
import org.semblance.vision.FoundFace;
import org.semblance.vision.Photo;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicFiguresIT {
    private static final Actor JOB = Actor.job("import-public-figures");

    private static GalleryStores stores;
    private static PublicFigures figures;

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        var enrolment = new Enrolment(new NoAnalysis(), new KeptImages(), stores.galleries, stores.faces);
        figures = new PublicFigures(
                new JobEnrolment(enrolment, stores.galleries, stores.persons), stores.galleries, stores.persons);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void a_figure_is_made_with_what_the_list_says_and_is_known_as_public() {
        var gallery = gallery("made", GalleryKind.PUBLIC_FIGURES);

        var outcome = enroll(gallery, figure("Ada Lovelace", Map.of("profession", "mathematician")), 1, true);

        assertThat(outcome).isEqualTo(new PublicFigures.Outcome(true, true, false));
        var traits = ada(gallery);
        assertThat(traits.publicFigure()).isTrue();
        assertThat(traits.metadata().texts()).containsExactly(Map.entry("profession", "mathematician"));
    }

    @Test
    void the_same_figure_and_picture_are_passed_over() {
        var gallery = gallery("again", GalleryKind.PUBLIC_FIGURES);
        var figure = figure("Ada Lovelace", Map.of("birth_year", "1815"));
        enroll(gallery, figure, 1, true);

        assertThat(enroll(gallery, figure, 1, true)).isEqualTo(new PublicFigures.Outcome(false, false, false));
        assertThat(enroll(gallery, figure, 2, true)).isEqualTo(new PublicFigures.Outcome(false, true, false));
    }

    @Test
    void what_a_list_says_otherwise_is_brought_up_to_date_and_the_rest_kept() {
        var gallery = gallery("changed", GalleryKind.PUBLIC_FIGURES);
        enroll(gallery, figure("Ada", Map.of("birth_year", "1816", "source_url", "https://example.org")), 1, true);

        var outcome = enroll(gallery, figure("Ada Lovelace", Map.of("birth_year", "1815")), 1, true);

        assertThat(outcome.isChanged()).isTrue();
        assertThat(ada(gallery).name()).isEqualTo("Ada Lovelace");
        assertThat(ada(gallery).metadata().texts())
                .isEqualTo(Map.of("birth_year", "1815", "source_url", "https://example.org"));
    }

    @Test
    void a_folder_does_not_take_back_the_name_that_somebody_has_given() {
        var gallery = gallery("folder", GalleryKind.PUBLIC_FIGURES);
        enroll(gallery, figure("Augusta Ada King", Map.of()), 1, true);

        assertThat(enroll(gallery, figure("ada", Map.of()), 2, false).isChanged())
                .isFalse();
        assertThat(ada(gallery).name()).isEqualTo("Augusta Ada King");
    }

    @Test
    void galleries_for_others_are_refused() {
        var gallery = gallery("staff", GalleryKind.STAFF);

        assertThatThrownBy(() -> stores.run(() -> figures.checkGallery(gallery)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("public-figures");
    }

    private static GalleryName gallery(String name, GalleryKind kind) {
        var gallery = new GalleryName("figures-" + name);
        stores.run(() -> stores.galleries.add(new NewGallery(gallery, "Figures", kind.rules())));
        return gallery;
    }

    private static NewPerson figure(String name, Map<String, String> texts) {
        return new NewPerson(name, "ada", new Metadata(texts), false, null);
    }

    private static PublicFigures.Outcome enroll(GalleryName gallery, NewPerson figure, int look, boolean isDescribed) {
        var face = Faces.analyzed(new Faces(look).embedding(), 0.9);
        var candidate = new Enrolment.Candidate(new PixelSize(8, 8), new byte[] {(byte) look}, face);
        return stores.in(() -> figures.enroll(gallery, figure, candidate, isDescribed, JOB));
    }

    private static PersonTraits ada(GalleryName gallery) {
        return stores.in(() -> stores.persons.requireSummary(
                        stores.persons.requireByExternalId(gallery, new NewPerson("Ada", "ada"), JOB),
                        Optional.empty()))
                .traits();
    }

    private static final class NoAnalysis implements FaceAnalysis {
        @Override
        public Findings find(Photo photo, DetectOptions options) {
            throw new UnsupportedOperationException("Photos are examined by now");
        }

        @Override
        public List<AnalyzedFace> embed(List<FoundFace> faces) {
            throw new UnsupportedOperationException("Photos are examined by now");
        }

        @Override
        public Detection detect(Photo photo, DetectOptions options) {
            throw new UnsupportedOperationException("Photos are examined by now");
        }

        @Override
        public EmbedderInfo embedder() {
            throw new UnsupportedOperationException("Photos are examined by now");
        }
    }
}
