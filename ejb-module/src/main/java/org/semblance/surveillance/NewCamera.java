package org.semblance.surveillance;

import org.semblance.gallery.GalleryName;
import org.semblance.gallery.InGallery;
import org.semblance.platform.InvalidInputException;

/** What people say of a camera. */
public record NewCamera(
        CameraName name, String title, String location, GalleryName gallery, CameraRules rules, boolean isEnabled)
        implements InGallery {
    private static final int LONGEST = 200;

    public NewCamera {
        title = title.strip();
        location = location.strip();
        if (title.isEmpty() || title.length() > LONGEST) {
            throw new InvalidInputException("title", "A camera's title has 1 to " + LONGEST + " characters");
        }
        if (location.length() > LONGEST) {
            throw new InvalidInputException("location", "A camera's location has at most " + LONGEST + " characters");
        }
    }
}
