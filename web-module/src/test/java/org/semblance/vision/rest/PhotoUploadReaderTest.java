package org.semblance.vision.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.PhotoTooLargeException;
import org.semblance.vision.UnsupportedPhotoException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhotoUploadReaderTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};
    private static final int MAX_BYTES = 100;

    private final FormBody form = new FormBody();
    private final PhotoUploadReader reader = new PhotoUploadReader(MAX_BYTES);

    @Test
    void reads_the_photo_and_the_fields_of_a_form() throws Exception {
        form.with("gallery", "staff").with("image", JPEG);

        PhotoUpload upload = read(FormBody.MEDIA_TYPE, form.bytes());

        assertThat(upload.photo().length()).isEqualTo(JPEG.length);
        assertThat(upload.field("gallery")).contains("staff");
        assertThat(upload.field("limit")).isEmpty();
    }

    @Test
    void reads_a_body_that_is_the_picture() throws Exception {
        assertThat(read("image/jpeg", JPEG).photo().length()).isEqualTo(JPEG.length);
        assertThat(read("application/octet-stream", JPEG).photo().length()).isEqualTo(JPEG.length);
    }

    @Test
    void believes_the_bytes_and_not_the_content_type() {
        assertThatThrownBy(() -> read("image/png", "%PDF-1.7".getBytes(UTF_8)))
                .isInstanceOf(UnsupportedPhotoException.class);
    }

    @Test
    void stops_reading_at_the_limit() {
        form.with("image", new byte[MAX_BYTES + 1]);

        assertThatThrownBy(() -> read("image/jpeg", new byte[MAX_BYTES + 1]))
                .isInstanceOf(PhotoTooLargeException.class);
        assertThatThrownBy(() -> read(FormBody.MEDIA_TYPE, form.bytes())).isInstanceOf(PhotoTooLargeException.class);
    }

    @Test
    void refuses_a_form_without_a_photo() {
        form.with("photo", JPEG);

        assertThatThrownBy(() -> read(FormBody.MEDIA_TYPE, form.bytes()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no part 'image'");
    }

    @Test
    void refuses_a_form_with_several_photos() {
        form.with("image", JPEG).with("image", JPEG);

        assertThatThrownBy(() -> read(FormBody.MEDIA_TYPE, form.bytes()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("several");
    }

    @Test
    void refuses_a_form_of_too_many_parts() {
        for (int i = 0; i < 21; i++) {
            form.with("field" + i, "value");
        }

        assertThatThrownBy(() -> read(FormBody.MEDIA_TYPE, form.bytes()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("more than 20 parts");
    }

    private PhotoUpload read(String mediaType, byte[] body) throws IOException {
        return reader.readFrom(
                PhotoUpload.class,
                PhotoUpload.class,
                new Annotation[0],
                MediaType.valueOf(mediaType),
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(body));
    }
}
