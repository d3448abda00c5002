package org.semblance.surveillance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.storage.ImageKey;
import org.semblance.storage.SignedUrls;

/** The crop of a face, or a shape where the picture is gone. */
public final class FacePicture extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * A picture.
     *
     * @param description for those who do not see it; empty where the text beside it says the same
     */
    public FacePicture(@Nullable ImageKey picture, SignedUrls urls, String description) {
        this(picture, urls, description, PortalIcon.UNKNOWN);
    }

    /** The same with another shape. */
    public FacePicture(@Nullable ImageKey picture, SignedUrls urls, String description, PortalIcon otherwise) {
        addClassName("face-picture");
        if (picture == null) {
            addClassName("face-picture-gone");
            add(otherwise.create());
            return;
        }
        var image = new Image(urls.sign(picture), description);
        image.getElement().setAttribute("loading", "lazy");
        add(image);
    }
}
