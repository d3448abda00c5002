package org.semblance.vision.evaluation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.semblance.vision.PlatformImageIo;

/** Writes reports whole or not at all. */
final class ReportFiles {
    private static final String PNG_WRITER = "com.sun.imageio.plugins.png.PNGImageWriterSpi";

    private ReportFiles() {}

    static void csv(Path file, List<Figure> figures) {
        String lines = figures.stream()
                .map(figure ->
                        figure.key() + "," + (Double.isNaN(figure.value()) ? "" : plain(figure.value())) + "\r\n")
                .collect(Collectors.joining());
        write(file, ("measure,value\r\n" + lines).getBytes(StandardCharsets.UTF_8));
    }

    static void json(Path file, List<Figure> figures) {
        String lines = figures.stream()
                .map(figure -> "  \"" + figure.key() + "\": "
                        + (Double.isNaN(figure.value()) ? "null" : plain(figure.value())))
                .collect(Collectors.joining(",\n"));
        write(file, ("{\n" + lines + "\n}\n").getBytes(StandardCharsets.UTF_8));
    }

    static void png(Path file, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var writer =
                    PlatformImageIo.provider(ImageWriterSpi.class, PNG_WRITER).createWriterInstance();
            try {
                writer.setOutput(stream);
                writer.write(image);
            } finally {
                writer.dispose();
            }
        } catch (IOException e) {
            throw new EvaluationException(file + " cannot be drawn: " + e, e);
        }
        write(file, bytes.toByteArray());
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            var partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.write(partial, bytes);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EvaluationException(file + " cannot be written: " + e, e);
        }
    }
}
