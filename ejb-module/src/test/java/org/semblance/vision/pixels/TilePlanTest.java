package org.semblance.vision.pixels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.vision.Bitmap;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;

class TilePlanTest {

    @Test
    void tiles_are_even_and_share_the_overlap() {
        var plan = TilePlan.cover(new PixelSize(2000, 900), 0.5, 400, 100);

        assertThat(plan.tiles())
                .containsExactly(
                        new Area(0, 0, 734, 500),
                        new Area(633, 0, 734, 500),
                        new Area(1266, 0, 734, 500),
                        new Area(0, 400, 734, 500),
                        new Area(633, 400, 734, 500),
                        new Area(1266, 400, 734, 500));
        assertThat(plan.cost()).isEqualTo(6 * 367 * 250);
    }

    @Test
    void a_picture_that_fits_is_one_tile() {
        assertThat(TilePlan.cover(new PixelSize(500, 300), 0.8, 400, 50).tiles())
                .containsExactly(new Area(0, 0, 500, 300));
    }

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, 0.85, 960, 150",
        "8660, 5773, 0.4, 960, 325",
        "641, 20000, 1, 640, 75",
        "1921, 961, 1, 960, 60"
    })
    void every_square_of_the_overlap_lies_whole_in_a_tile(int width, int height, double scale, int side, int overlap) {
        var plan = TilePlan.cover(new PixelSize(width, height), scale, side, overlap);

        for (int y = 0; y <= height - overlap; y += 7) {
            for (int x = 0; x <= width - overlap; x += 7) {
                int left = x;
                int top = y;
                assertThat(plan.tiles()).anyMatch(tile -> holds(tile, left, top, overlap));
            }
        }
        assertThat(plan.tiles()).allMatch(tile -> tile.width() * scale <= side && tile.height() * scale <= side);
        assertThat(plan.tiles())
                .allMatch(tile -> tile.left() + tile.width() <= width && tile.top() + tile.height() <= height);
    }

    @Test
    void an_area_is_cut_out_as_it_is() {
        byte[] rgb = new byte[3 * 4 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) i;
        }

        var part = new Area(1, 1, 2, 2).cut(new Bitmap(4, 3, rgb));

        assertThat(part.size()).isEqualTo(new PixelSize(2, 2));
        assertThat(part.rgb()).containsExactly(15, 16, 17, 18, 19, 20, 27, 28, 29, 30, 31, 32);
    }

    private static boolean holds(Area tile, int left, int top, int side) {
        return tile.left() <= left
                && tile.top() <= top
                && left + side <= tile.left() + tile.width()
                && top + side <= tile.top() + tile.height();
    }
}
