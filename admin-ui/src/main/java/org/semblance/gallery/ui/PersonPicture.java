package org.semblance.gallery.ui;

import com.vaadin.flow.component.avatar.Avatar;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Cover;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonSummary;
import org.semblance.storage.ImageKey;
import org.semblance.storage.SignedUrls;

/** The picture that stands for a person; their initials while there is none. */
final class PersonPicture {
    private PersonPicture() {}

    static Avatar of(PersonSummary person, SignedUrls urls) {
        return of(PersonName.of(person), address(person, urls));
    }

    /** Where the picture is; null while there is none. */
    static @Nullable String address(PersonSummary person, SignedUrls urls) {
        Cover cover = person.cover();
        return cover == null ? null : urls.sign(cover.crop());
    }

    static Avatar of(PersonFound person, SignedUrls urls) {
        ImageKey crop = person.picture();
        return of(PersonPicker.name(person), crop == null ? null : urls.sign(crop));
    }

    private static Avatar of(String name, @Nullable String address) {
        var picture = new Avatar(name);
        if (address != null) {
            picture.setImage(address);
        }
        return picture;
    }
}
