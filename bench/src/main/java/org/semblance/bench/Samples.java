package org.semblance.bench;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** The pictures that the pipeline is measured with: drawn people, brought to the sizes that the bars speak of. */
final class Samples {
    private static final int LONGEST_SIDE = 640;
    private static final int TWELVE_MEGAPIXELS_WIDTH = 4280;

    private final Checkout checkout;

    Samples(Checkout checkout) {
        this.checkout = checkout;
    }

    /** One face in a picture whose longest side is 640 pixels. */
    Picture portrait() {
        return enlarged(checkout.pictures().get(0), "portrait 640", LONGEST_SIDE);
    }

    /** Several faces in a picture whose longest side is 640 pixels. */
    Picture group() {
        return checkout.pictures().get(1);
    }

    /** The same faces as a camera of about twelve million pixels would send them. */
    Picture large() {
        return enlarged(group(), "group large", TWELVE_MEGAPIXELS_WIDTH);
    }

    /** The first picture of so many people. */
    List<Picture> people(int count) {
        return checkout.people().stream()
                .limit(count)
                .map(person -> new Picture(person.getFileName().toString(), checkout.read(person.resolve("1.jpg"))))
                .toList();
    }

    /** The picture as large as that along its longest side. */
    static Picture enlarged(Picture picture, String name, int longestSide) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            double scale = (double) longestSide / Math.max(image.getWidth(), image.getHeight());
            int width = (int) Math.round(image.getWidth() * scale);
            int height = (int) Math.round(image.getHeight() * scale);
            var enlarged = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            var graphics = enlarged.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(image, 0, 0, width, height, null);
            graphics.dispose();
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(enlarged, "jpeg", bytes);
            return new Picture(name, bytes.toByteArray());
        } catch (IOException e) {
            throw new BenchmarkException("The " + picture.name() + " cannot be enlarged: " + e, e);
        }
    }
}
