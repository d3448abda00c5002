import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Upright RGB pixels, three planes, 0..255. */
record Picture(int width, int height, float[][] planes) {
    static final int CROP = 112;
    private static final double[][] TEMPLATE = {
        {38.2946, 51.6963}, {73.5318, 51.5014}, {56.0252, 71.7366}, {41.5493, 92.3655}, {70.7299, 92.2041}
    };

    static Picture read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int n = image.getWidth() * image.getHeight();
        float[][] planes = new float[3][n];
        int bands = image.getRaster().getNumBands();
        boolean grey = bands < 3 && image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        for (int i = 0; i < n; i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            // getRGB would brighten grey pictures
            int value = grey ? image.getRaster().getSample(x, y, 0) * 0x010101 : image.getRGB(x, y);
            planes[0][i] = value >> 16 & 255;
            planes[1][i] = value >> 8 & 255;
            planes[2][i] = value & 255;
        }
        return new Picture(image.getWidth(), image.getHeight(), planes);
    }

    float at(int plane, int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : planes[plane][y * width + x];
    }

    float sample(int plane, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float u = (float) (x - left);
        float v = (float) (y - top);
        float above = at(plane, left, top) * (1 - u) + at(plane, left + 1, top) * u;
        float below = at(plane, left, top + 1) * (1 - u) + at(plane, left + 1, top + 1) * u;
        return above * (1 - v) + below * v;
    }

    Picture shrink(int factor) {
        int w = width / factor;
        int h = height / factor;
        float[][] result = new float[3][w * h];
        for (int i = 0; i < 3 * w * h; i++) {
            int plane = i / (w * h);
            int x = i % w * factor;
            int y = i / w % h * factor;
            float sum = 0;
            for (int j = 0; j < factor * factor; j++) {
                sum += planes[plane][(y + j / factor) * width + x + j % factor];
            }
            result[plane][i % (w * h)] = sum / (factor * factor);
        }
        return new Picture(w, h, result);
    }

    /** The rectangle given by its corner and sides, scaled to w x h; zero outside. */
    Picture cut(double[] rectangle, int w, int h) {
        int factor = (int) Math.min(rectangle[2] / w, rectangle[3] / h);
        Picture source = factor >= 2 ? shrink(factor) : this;
        double by = factor >= 2 ? factor : 1;
        float[][] result = new float[3][w * h];
        for (int i = 0; i < 3 * w * h; i++) {
            double x = (rectangle[0] + (i % w + 0.5) * rectangle[2] / w) / by - 0.5;
            double y = (rectangle[1] + (i / w % h + 0.5) * rectangle[3] / h) / by - 0.5;
            result[i / (w * h)][i % (w * h)] = source.sample(i / (w * h), x, y);
        }
        return new Picture(w, h, result);
    }

    /** Least-squares similarity to the ArcFace template. */
    Picture align(double[] points) {
        double[] m = similarity(points);
        int factor = (int) Math.floor(1 / Math.hypot(m[0], m[1]));
        if (factor >= 2) {
            double[] smaller = new double[10];
            for (int i = 0; i < 10; i++) {
                smaller[i] = (points[i] + 0.5) / factor - 0.5;
            }
            return shrink(factor).warp(similarity(smaller));
        }
        return warp(m);
    }

    private Picture warp(double[] m) {
        double norm = m[0] * m[0] + m[1] * m[1];
        float[][] result = new float[3][CROP * CROP];
        for (int i = 0; i < 3 * CROP * CROP; i++) {
            int plane = i / (CROP * CROP);
            double u = i % CROP - m[2];
            double v = i / CROP % CROP - m[3];
            float value = sample(plane, (m[0] * u + m[1] * v) / norm, (m[0] * v - m[1] * u) / norm);
            result[plane][i % (CROP * CROP)] = Math.round(value);
        }
        return new Picture(CROP, CROP, result);
    }

    private static double[] similarity(double[] points) {
        double[] from = new double[2];
        double[] to = new double[2];
        for (int i = 0; i < 10; i++) {
            from[i % 2] += points[i] / 5;
            to[i % 2] += TEMPLATE[i / 2][i % 2] / 5;
        }
        double a = 0;
        double b = 0;
        double norm = 0;
        for (int i = 0; i < 5; i++) {
            double x = points[2 * i] - from[0];
            double y = points[2 * i + 1] - from[1];
            double u = TEMPLATE[i][0] - to[0];
            double v = TEMPLATE[i][1] - to[1];
            a += x * u + y * v;
            b += x * v - y * u;
            norm += x * x + y * y;
        }
        a /= norm;
        b /= norm;
        return new double[] {a, b, to[0] - a * from[0] + b * from[1], to[1] - b * from[0] - a * from[1]};
    }
}
