package org.semblance.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Frames as cameras see them: a hall in changing light, empty, with somebody in it, or with two. */
final class Scenes {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 12;
    private static final int SIDE = 260;
    private static final int PEOPLE = 8;

    private final List<BufferedImage> people = new ArrayList<>();
    private final Random random = new Random(7);

    Scenes(Checkout checkout) {
        for (Picture picture : new Samples(checkout).people(PEOPLE)) {
            try {
                people.add(ImageIO.read(new ByteArrayInputStream(picture.bytes())));
            } catch (IOException e) {
                throw new BenchmarkException("The " + picture.name() + " cannot be read: " + e, e);
            }
        }
    }

    List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            frames.add(frame(i % 3));
        }
        return frames;
    }

    private byte[] frame(int persons) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        for (int row = 0; row < HEIGHT; row += 8) {
            int grey = 90 + row / 9 + random.nextInt(12);
            graphics.setColor(new Color(grey, grey, Math.min(255, grey + 8)));
            graphics.fillRect(0, row, WIDTH, 8);
        }
        for (int i = 0; i < persons; i++) {
            int x = (i * WIDTH / 2) + random.nextInt(WIDTH / 2 - SIDE);
            int y = 100 + random.nextInt(HEIGHT - SIDE - 150);
            graphics.drawImage(people.get(random.nextInt(people.size())), x, y, SIDE, SIDE, null);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new BenchmarkException("A frame cannot be drawn: " + e, e);
        }
        return bytes.toByteArray();
    }
}
