package org.semblance.vision.evaluation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Map;

/** Draws true accepts over false accepts, the latter on a logarithmic axis, with the pack's own thresholds marked. */
final class RocPicture {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int LEFT = 80;
    private static final int TOP = 80;
    private static final int RIGHT = WIDTH - 40;
    private static final int BOTTOM = HEIGHT - 80;
    private static final int DECADES = 5;
    private static final Color PAIRS = new Color(0x1F4E9E);
    private static final Color ALL = new Color(0xC0561A);

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();
    private int legendLines;

    private RocPicture() {}

    /** Needs fonts: throws errors and exceptions of all kinds where the machine has none. */
    static BufferedImage draw(Evaluation evaluation, Map<Double, Double> thresholds) {
        var picture = new RocPicture();
        try {
            var pack = evaluation.pack();
            picture.axes(pack.name() + " " + pack.version() + ": true accepts over false accepts");
            var everyone = evaluation.everyone();
            if (everyone != null) {
                picture.curve("every face with every other", everyone, thresholds, ALL);
            }
            picture.curve("labelled pairs", evaluation.pairs().similarities(), thresholds, PAIRS);
            return picture.image;
        } finally {
            picture.graphics.dispose();
        }
    }

    private void axes(String title) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        for (int percent = 0; percent <= 100; percent += 10) {
            double y = y(percent / 100.0);
            line(LEFT, y, RIGHT, y, percent == 0);
            text(percent + " %", LEFT - 10, y + 5, 1);
        }
        for (int decade = -DECADES; decade <= 0; decade++) {
            double x = x(Math.pow(10, decade));
            line(x, TOP, x, BOTTOM, decade == -DECADES);
            text(decade == 0 ? "1" : "1e" + decade, x, BOTTOM + 22, 0.5);
        }
        text("pairs of different people that are accepted (share)", (LEFT + RIGHT) / 2.0, BOTTOM + 52, 0.5);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        text(title, LEFT, TOP - 40, 0);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        text("pairs of the same person that are accepted (share)", LEFT, TOP - 15, 0);
    }

    private void line(double x1, double y1, double x2, double y2, boolean isAxis) {
        graphics.setColor(isAxis ? Color.BLACK : new Color(0xDDDDDD));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** @param anchor 0 where the text begins, 0.5 its middle, 1 where it ends */
    private void text(String text, double x, double y, double anchor) {
        graphics.setColor(Color.BLACK);
        double width = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (x - anchor * width), (float) y);
    }

    private void curve(String name, Similarities similarities, Map<Double, Double> thresholds, Color colour) {
        if (similarities.samePairs() == 0 || similarities.differentPairs() == 0) {
            return;
        }
        var path = new Path2D.Double();
        similarities.curve((falsely, truly) -> {
            if (falsely > 0 && path.getCurrentPoint() == null) {
                path.moveTo(x(falsely), y(truly));
            } else if (falsely > 0) {
                path.lineTo(x(falsely), y(truly));
            }
        });
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(2.2f));
        graphics.draw(path);
        thresholds.values().stream()
                .filter(threshold -> similarities.falseAccepts(threshold) > 0)
                .forEach(threshold -> graphics.fill(dot(similarities, threshold)));
        legend(name, similarities, colour);
    }

    private static Ellipse2D dot(Similarities similarities, double threshold) {
        return new Ellipse2D.Double(
                x(similarities.falseAccepts(threshold)) - 5, y(similarities.trueAccepts(threshold)) - 5, 10, 10);
    }

    private void legend(String name, Similarities similarities, Color colour) {
        double y = BOTTOM - 20 - 24.0 * legendLines++;
        String counts = String.format(
                Locale.ROOT,
                "%s: %,d same, %,d different; dots: the pack's thresholds",
                name,
                similarities.samePairs(),
                similarities.differentPairs());
        double start = RIGHT - 20 - graphics.getFontMetrics().stringWidth(counts);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(start - 46, y - 18, RIGHT - start + 40, 24));
        text(counts, RIGHT - 10, y, 1);
        graphics.setColor(colour);
        graphics.draw(new Line2D.Double(start - 36, y - 5, start, y - 5));
    }

    private static double x(double falseAccepts) {
        double decades = Math.log10(Math.max(falseAccepts, Math.pow(10, -DECADES)));
        return RIGHT + decades / DECADES * (RIGHT - LEFT);
    }

    private static double y(double trueAccepts) {
        return BOTTOM - trueAccepts * (BOTTOM - TOP);
    }
}
