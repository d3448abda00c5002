package org.semblance.platform.ui;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;

/**
 * A text for the camera of a phone. The picture is part of the page, so what it says is in no address that anybody fetches;
 * it is dark on light whatever the page looks like, for many cameras read nothing else.
 */
public final class QrCode extends Div {
    /** Cameras find a code by the empty space around it, this many modules wide at the least. */
    private static final int QUIET_ZONE = 4;

    private static final int DARK = 1;
    private static final long serialVersionUID = 1L;

    /** @param alternative what it is good for, told to whoever cannot see it */
    public QrCode(String text, String alternative) {
        addClassName("qr-code");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", alternative);
        add(new Svg(draw(encode(text))));
    }

    private static ByteMatrix encode(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("A text of " + text.length() + " letters fits into no QR code", e);
        }
    }

    static String draw(ByteMatrix code) {
        int size = code.getWidth() + 2 * QUIET_ZONE;
        var dark = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y) == DARK) {
                    dark.append(String.format("M%d %dh1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges" aria-hidden="true">\
                <path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%2$s"/></svg>""".formatted(size, dark);
    }
}
