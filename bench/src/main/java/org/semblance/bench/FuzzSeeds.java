package org.semblance.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Valid pictures of all six types, small, for the fuzzer to begin with, and words of their formats to put in. */
final class FuzzSeeds {
    private static final int SIDE = 96;

    /** Java writes no WebP: the smallest pictures there are, without and with loss, with transparency, animated. */
    private static final Map<String, String> WEBP = Map.of(
            "lossless",
            "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
            "lossy",
            "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
            "alpha",
            "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==",
            "animated",
            "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA");

    private static final String DICTIONARY = """
            "IHDR"
            "PLTE"
            "IDAT"
            "IEND"
            "tRNS"
            "iCCP"
            "eXIf"
            "zTXt"
            "acTL"
            "GIF87a"
            "GIF89a"
            "NETSCAPE2.0"
            "RIFF"
            "WEBP"
            "VP8 "
            "VP8L"
            "VP8X"
            "ANIM"
            "ANMF"
            "ALPH"
            "EXIF"
            "ICCP"
            "II*\\x00"
            "MM\\x00*"
            "Exif\\x00\\x00"
            "ICC_PROFILE\\x00"
            "Adobe\\x00"
            "\\xff\\xc0\\x00\\x11\\x08"
            "\\xff\\xc2\\x00\\x11\\x08"
            "\\xff\\xc4"
            "\\xff\\xda"
            "\\xff\\xdb"
            "\\xff\\xdd"
            "\\xff\\xe1"
            "\\xff\\xe2"
            "\\xff\\xee"
            "\\xff\\xff\\xff\\xff"
            "\\x7f\\xff\\xff\\xff"
            "\\xff\\xff\\xff\\x7f"
            "\\x80\\x00\\x00\\x00"
            "\\x00\\x00\\x00\\x80"
            "\\x00\\x00\\xff\\xff"
            "\\xff\\xff\\x00\\x00"
            """;

    private FuzzSeeds() {}

    /** Writes the seeds into the directory, and beside it the words; returns the file with the words. */
    static Path write(Picture portrait, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (int type :
                List.of(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED)) {
            var small = small(portrait, type);
            for (String format : List.of("jpeg", "png", "gif", "bmp", "tiff")) {
                var file = directory.resolve(format + "-" + type);
                if (!ImageIO.write(small, format, file.toFile())) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.write(directory.resolve("jpeg-progressive"), progressive(small(portrait, BufferedImage.TYPE_3BYTE_BGR)));
        for (var webp : WEBP.entrySet()) {
            Files.write(
                    directory.resolve("webp-" + webp.getKey()),
                    Base64.getDecoder().decode(webp.getValue()));
        }
        return Files.writeString(directory.resolveSibling("words.dict"), DICTIONARY);
    }

    private static BufferedImage small(Picture portrait, int type) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(portrait.bytes()));
        var small = new BufferedImage(SIDE, SIDE, type);
        var graphics = small.createGraphics();
        graphics.drawImage(image, 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        return small;
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
