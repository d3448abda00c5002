package org.semblance.platform.ui;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.flow.component.Svg;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QrCodeTest {
    private static final String ADDRESS =
            "otpauth://totp/Semblance:ada%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Semblance";
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int SCALE = 6;
    private static final int LIGHT = 0xffffff;
    private static final int DARK = 0x000000;

    @Test
    void is_read_by_a_camera() throws Exception {
        String svg = svg(new QrCode(ADDRESS, "For a camera"));

        assertThat(read(svg)).isEqualTo(ADDRESS);
    }

    @Test
    void has_room_around_it() {
        String svg = svg(new QrCode("short", "For a camera"));

        int size = size(svg);
        assertThat(MODULE.matcher(svg).results()).isNotEmpty().allSatisfy(module -> assertThat(
                        new int[] {Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2))})
                .satisfies(at -> assertThat(at[0]).isBetween(4, size - 5))
                .satisfies(at -> assertThat(at[1]).isBetween(4, size - 5)));
    }

    @Test
    void brings_its_own_colours() {
        assertThat(svg(new QrCode("short", "For a camera")))
                .contains("fill=\"#fff\"", "fill=\"#000\"")
                .doesNotContain("currentColor", "var(");
    }

    @Test
    void tells_what_it_is_and_not_what_it_says() {
        var code = new QrCode(ADDRESS, "For a camera");

        assertThat(code.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(code.getElement().getAttribute("aria-label")).isEqualTo("For a camera");
        assertThat(code.getElement().getOuterHTML() + svg(code)).doesNotContain("JBSWY3DP");
    }

    @Test
    void refuses_what_fits_into_none() {
        assertThatThrownBy(() -> new QrCode("a".repeat(5000), "For a camera"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000");
    }

    private static String svg(QrCode code) {
        return code.getChildren()
                .filter(Svg.class::isInstance)
                .map(svg -> svg.getElement().getProperty("innerHTML"))
                .findFirst()
                .orElseThrow();
    }

    private static int size(String svg) {
        var found = SIZE.matcher(svg);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    /** As on a screen: every module some points wide, on the ground that the picture has itself. */
    private static String read(String svg) throws Exception {
        int wide = size(svg) * SCALE;
        int[] points = new int[wide * wide];
        Arrays.fill(points, LIGHT);
        MODULE.matcher(svg).results().forEach(module -> {
            int left = Integer.parseInt(module.group(1)) * SCALE;
            int top = Integer.parseInt(module.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(points, y * wide + left, y * wide + left + SCALE, DARK);
            }
        });
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(wide, wide, points)));
        return new QRCodeReader().decode(picture).getText();
    }
}
