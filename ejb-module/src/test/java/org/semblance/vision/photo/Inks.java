package org.semblance.vision.photo;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.semblance.vision.PlatformImageIo;

/** Makes a JPEG of cyan, magenta, yellow and black, as programs for print do. */
final class Inks {
    private static final int ADOBE = 0xEE;

    private Inks() {}

    /** No ink on the left, cyan on the right; stored upside down, as Adobe does. */
    static byte[] jpeg() throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, Pictures.WIDTH, Pictures.HEIGHT, 4, null);
        for (int i = 0; i < Pictures.WIDTH * Pictures.HEIGHT; i++) {
            int x = i % Pictures.WIDTH;
            raster.setPixel(x, i / Pictures.WIDTH, new int[] {x < Pictures.WIDTH / 2 ? 255 : 0, 255, 255, 255});
        }
        var writer = PlatformImageIo.provider(ImageWriterSpi.class, "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi")
                .createWriterInstance();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        byte[] plainInks = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return Pictures.withSegment(bytes.toByteArray(), ADOBE, plainInks);
    }
}
