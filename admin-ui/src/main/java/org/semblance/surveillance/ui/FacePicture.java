package org.semblance.surveillance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.storage.ImageKey;
import org.semblance.storage.SignedUrls;

/** The crop of a face, or a shape where the picture is gone. */
public final class FacePicture extends Div {
    private static final long serialVersionUID = 1L;

    private static final String TEMPLATE = """
            <div class="face-picture ${item.picture ? '' : 'face-picture-gone'}">${item.picture
              ? html`<img src="${item.picture}" alt="" loading="lazy">`
              : html`<vaadin-icon .src="${item.icons}" .symbol="${item.icon}" aria-hidden="true"></vaadin-icon>`}</div>
            """;

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

    /** Cells with such a picture, which the text beside it describes, where their template says so. */
    public static <T> LitRenderer<T> in(String cell, ValueProvider<T, @Nullable ImageKey> picture, SignedUrls urls) {
        return LitRenderer.<T>of(cell.replace("FACE", TEMPLATE))
                .withProperty("picture", item -> {
                    ImageKey key = picture.apply(item);
                    return key == null ? "" : urls.sign(key);
                })
                .withProperty("icons", item -> PortalIcon.file())
                .withProperty("icon", item -> PortalIcon.UNKNOWN.id());
    }
}
