package org.semblance.bench;

import org.junit.jupiter.api.Test;
import org.semblance.vision.PixelSize;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

import static org.assertj.core.api.Assertions.assertThat;

class SamplesTest {
    private final Samples samples = new Samples(Checkout.find());

    @Test
    void the_portrait_has_640_pixels_on_its_longest_side() {
        var size = size(samples.portrait());

        assertThat(Math.max(size.width(), size.height())).isEqualTo(640);
    }

    @Test
    void the_large_picture_has_about_twelve_million_pixels() {
        assertThat(size(samples.large()).pixels()).isBetween(11_900_000L, 12_300_000L);
    }

    @Test
    void people_differ() {
        assertThat(samples.people(3))
                .extracting(Picture::name)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    private static PixelSize size(Picture picture) {
        return new ImageIoPhotoDecoder(50_000_000, 50_000_000, 1L << 40)
                .inspect(picture.photo())
                .size();
    }
}
