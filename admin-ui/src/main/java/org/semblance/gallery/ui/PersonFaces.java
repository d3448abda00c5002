package org.semblance.gallery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.PersonId;
import org.semblance.storage.SignedUrls;

/** The first faces of somebody, to tell them from others. */
final class PersonFaces extends Div {
    private static final int FIRST = 4;
    private static final long serialVersionUID = 1L;

    PersonFaces(PersonId person, FaceService faces, SignedUrls urls) {
        addClassName("person-faces");
        faces.list(person, 0, FIRST).items().forEach(face -> add(new Image(urls.sign(face.crop()), "")));
    }
}
