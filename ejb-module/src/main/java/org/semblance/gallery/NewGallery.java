package org.semblance.gallery;

import org.semblance.platform.InvalidInputException;

/** A gallery about to be made, or what one is about to become. */
public record NewGallery(GalleryName name, String title, GalleryRules rules) implements InGallery {
    private static final int MAX_TITLE = 200;

    public NewGallery {
        title = title.strip();
        if (title.isEmpty() || title.length() > MAX_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    "title",
                    "A gallery's title has 1 to " + MAX_TITLE + " characters, none of them a control character");
        }
    }

    @Override
    public GalleryName gallery() {
        return name;
    }

    public static NewGallery named(String name) {
        return new NewGallery(new GalleryName(name), name, GalleryKind.GENERAL.rules());
    }
}
