package org.semblance.gallery.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.storage.SignedUrls;

/** Makes the tiles of faces with all that they need. */
@Dependent
public class FaceTilesMaker {
    private final PersonService persons;
    private final PersonChangeService changes;
    private final FaceService faces;
    private final SignedUrls urls;
    private final PersonChoices choices;

    @Inject
    public FaceTilesMaker(
            PersonService persons,
            PersonChangeService changes,
            FaceService faces,
            SignedUrls urls,
            PersonChoices choices) {
        this.persons = persons;
        this.changes = changes;
        this.faces = faces;
        this.urls = urls;
        this.choices = choices;
    }

    /** Tiles that tell when faces have come, gone or changed hands. */
    FaceTiles make(SerializableRunnable onChanged) {
        var actions = new FaceActions(changes, faces, persons, choices, person -> onChanged.run());
        return new FaceTiles(faces, urls, actions, onChanged);
    }

    /** The persons of a gallery as rows. */
    PersonGrid grid(PersonSelection selection, SerializableConsumer<PersonSummary> onOpen) {
        return new PersonGrid(persons, urls, selection, onOpen);
    }

    Avatar picture(PersonSummary person) {
        return PersonPicture.of(person, urls);
    }

    /** Asks whether persons are one. */
    MergeDialog merge(List<PersonSummary> chosen, SerializableConsumer<PersonId> onChanged) {
        return new MergeDialog(chosen, changes, faces, urls, onChanged);
    }
}
