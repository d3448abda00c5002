package org.semblance.gallery.rest;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.SearchRequest;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.Photo;
import org.semblance.vision.rest.PhotoUpload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchParametersTest {
    private static final Photo PHOTO = Photo.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

    @Test
    void come_from_the_address() {
        SearchRequest request = new SearchParameters("staff", "3", "0.5").of(new PhotoUpload(PHOTO, Map.of()));

        assertThat(request.scope().gallery()).isEqualTo(new GalleryName("staff"));
        assertThat(request.scope().limit()).isEqualTo(3);
        assertThat(request.scope().threshold()).isEqualTo(0.5);
    }

    @Test
    void come_from_the_form_first() {
        var upload = new PhotoUpload(PHOTO, Map.of("gallery", "visitors", "limit", " 7 "));

        SearchRequest request = new SearchParameters("staff", "3", null).of(upload);

        assertThat(request.scope().gallery()).isEqualTo(new GalleryName("visitors"));
        assertThat(request.scope().limit()).isEqualTo(7);
        assertThat(request.scope().threshold()).isNull();
    }

    @Test
    void have_defaults_except_for_the_gallery() {
        assertThat(new SearchParameters("staff", "", null)
                        .of(new PhotoUpload(PHOTO, Map.of()))
                        .scope()
                        .limit())
                .isEqualTo(5);
        assertThatThrownBy(() -> new SearchParameters().of(new PhotoUpload(PHOTO, Map.of())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("which gallery");
    }

    @Test
    void are_numbers_where_numbers_are_asked_for() {
        var upload = new PhotoUpload(PHOTO, Map.of("threshold", "high"));

        assertThatThrownBy(() -> new SearchParameters("staff", null, null).of(upload))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo("threshold"));
    }
}
