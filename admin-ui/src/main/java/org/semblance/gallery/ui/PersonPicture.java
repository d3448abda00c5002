package org.semblance.gallery.ui;

import com.vaadin.flow.component.avatar.Avatar;
import org.semblance.gallery.PersonSummary;
import org.semblance.storage.SignedUrls;

/** The picture that stands for a person; their initials while there is none. */
final class PersonPicture {
    private PersonPicture() {}

    static Avatar of(PersonSummary person, SignedUrls urls) {
        var picture = new Avatar(PersonName.of(person));
        if (person.cover() != null) {
            picture.setImage(urls.sign(person.cover().crop()));
        }
        return picture;
    }
}
