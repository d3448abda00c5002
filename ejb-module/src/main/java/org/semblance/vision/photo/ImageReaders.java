package org.semblance.vision.photo;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import org.semblance.vision.MediaType;
import org.semblance.vision.PlatformImageIo;

/** The readers for each type of picture, taken from the platform and from TwelveMonkeys by name, without its registry. */
final class ImageReaders {
    private final ImageReaderSpi jpeg = ofPlatform("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
    private final ImageReaderSpi png = ofPlatform("com.sun.imageio.plugins.png.PNGImageReaderSpi");
    private final ImageReaderSpi gif = ofPlatform("com.sun.imageio.plugins.gif.GIFImageReaderSpi");
    private final ImageReaderSpi inkJpeg = inkJpeg(jpeg);
    private final ImageReaderSpi webp = new WebPImageReaderSpi();
    private final ImageReaderSpi tiff = new TIFFImageReaderSpi();
    private final ImageReaderSpi bmp = new BMPImageReaderSpi();

    ImageReader reader(MediaType type) throws IOException {
        var provider =
                switch (type) {
                    case JPEG -> jpeg;
                    case PNG -> png;
                    case GIF -> gif;
                    case WEBP -> webp;
                    case TIFF -> tiff;
                    case BMP -> bmp;
                };
        return provider.createReaderInstance();
    }

    /** The reader for JPEGs of cyan, magenta, yellow and black, which the platform does not turn into colours. */
    ImageReader inkJpegReader() throws IOException {
        return inkJpeg.createReaderInstance();
    }

    /** The provider looks for the platform's in the registry that it is put into: one of our own. */
    private static ImageReaderSpi inkJpeg(ImageReaderSpi ofPlatform) {
        var registry =
                new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
        registry.registerServiceProvider(ofPlatform, ImageReaderSpi.class);
        var provider = new JPEGImageReaderSpi();
        registry.registerServiceProvider(provider, ImageReaderSpi.class);
        return provider;
    }

    private static ImageReaderSpi ofPlatform(String className) {
        return PlatformImageIo.provider(ImageReaderSpi.class, className);
    }
}
