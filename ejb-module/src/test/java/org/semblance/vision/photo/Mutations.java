package org.semblance.vision.photo;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Damages valid pictures of all six types the way that files are damaged on purpose; the same way every time. */
public final class Mutations {
    private static final int[] TELLING = {0, 1, -1, 0x7FFF, 0xFFFF, 0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE};

    private final Random random = new Random(20);
    private final List<byte[]> seeds = new ArrayList<>();

    /** Small pictures, one of each type at least. */
    public Mutations() {
        for (String format : List.of("jpeg", "png", "bmp", "gif", "tiff")) {
            seeds.add(Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), format));
        }
        seeds.add(Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="));
        seeds.add(Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"));
    }

    public int seeds() {
        return seeds.size();
    }

    /** A damaged copy of one of the seeds. */
    public byte[] of(int seed) {
        byte[] bytes = seeds.get(seed).clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && bytes.length > 16; i++) {
            bytes = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(bytes, 16 + random.nextInt(bytes.length - 16));
                case 1 -> splice(bytes, seeds.get(random.nextInt(seeds.size())));
                case 2 -> repeated(bytes);
                case 3 -> number(bytes);
                default -> flipped(bytes);
            };
        }
        return bytes;
    }

    /** The beginning of one and the end of another. */
    private byte[] splice(byte[] first, byte[] second) {
        int from = random.nextInt(second.length);
        int until = 12 + random.nextInt(first.length - 12);
        byte[] spliced = Arrays.copyOf(first, until + second.length - from);
        System.arraycopy(second, from, spliced, until, second.length - from);
        return spliced;
    }

    private byte[] repeated(byte[] bytes) {
        int start = random.nextInt(bytes.length);
        int length = random.nextInt(bytes.length - start);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, start, longer, start + length, bytes.length - start);
        return longer;
    }

    /** A length, a size or an offset that says too much. */
    private byte[] number(byte[] bytes) {
        var order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int at = 4 + random.nextInt(Math.min(200, bytes.length - 8));
        int value = TELLING[random.nextInt(TELLING.length)];
        if (random.nextBoolean()) {
            ByteBuffer.wrap(bytes).order(order).putInt(at, value);
        } else {
            ByteBuffer.wrap(bytes).order(order).putShort(at, (short) value);
        }
        return bytes;
    }

    private byte[] flipped(byte[] bytes) {
        for (int i = random.nextInt(8); i >= 0; i--) {
            int reach = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
            bytes[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
