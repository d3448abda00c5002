package org.semblance.gallery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.semblance.gallery.SearchResult.RecognizedFace;
import org.semblance.vision.Box;
import org.semblance.vision.Photo;
import org.semblance.vision.PixelSize;

/**
 * A photo with a box over every face. Boxes are placed in hundredths of the upright picture, which is how browsers
 * show it: they turn it as its EXIF data say, just as the decoder does.
 */
final class PhotoStage extends Div {
    private static final long serialVersionUID = 1L;

    private final PixelSize size;

    PhotoStage(Photo photo, PixelSize size) {
        this.size = size;
        addClassName("photo-stage");
        var picture = new Image(content(photo), getTranslation("search.photo.alt"));
        picture.getElement().setAttribute("width", String.valueOf(size.width()));
        picture.getElement().setAttribute("height", String.valueOf(size.height()));
        add(picture);
    }

    /** Adds a box; its label tells those who see, its description those who listen. */
    NativeButton box(RecognizedFace face, String description, String label, SerializableRunnable onChosen) {
        var text = new Span(label);
        text.addClassName("face-box-label");
        var box = new NativeButton();
        box.add(text);
        box.addClickListener(event -> onChosen.run());
        box.setAriaLabel(description);
        box.addClassNames("face-box", "face-" + FaceCard.id(face.decision().outcome()));
        place(box, face.face().detected().box());
        add(box);
        return box;
    }

    private void place(NativeButton button, Box box) {
        double left = clip(box.x() / size.width());
        double top = clip(box.y() / size.height());
        double right = clip((box.x() + box.width()) / size.width());
        double bottom = clip((box.y() + box.height()) / size.height());
        button.getStyle()
                .set("left", percent(left))
                .set("top", percent(top))
                .set("width", percent(right - left))
                .set("height", percent(bottom - top));
    }

    private static double clip(double part) {
        return Math.max(0, Math.min(1, part));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * part);
    }

    private static DownloadHandler content(Photo photo) {
        return DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(photo.bytes()),
                        "photo." + photo.mediaType().extension(),
                        photo.mediaType().value(),
                        photo.length()))
                .inline();
    }
}
