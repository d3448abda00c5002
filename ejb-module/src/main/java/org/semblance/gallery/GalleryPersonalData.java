package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;
import org.semblance.storage.ImageStore;

/** Persons, their faces and embeddings, and how they were merged, split, moved, rejected and held. */
@ApplicationScoped
public class GalleryPersonalData implements PersonalData {
    private static final String OF_FACE = "person_id = ANY (:persons) OR face_id = ANY (:faces)";

    private final SubjectPictures pictures;
    private final PersonErasure rows;
    private final ImageStore images;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GalleryPersonalData() {
        this(null, null, null);
    }

    @Inject
    public GalleryPersonalData(SubjectPictures pictures, PersonErasure rows, ImageStore images) {
        this.pictures = pictures;
        this.rows = rows;
        this.images = images;
    }

    @Override
    public String context() {
        return "gallery";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                new PersonalTable("person", "id = ANY (:persons)"),
                new PersonalTable("face", "person_id = ANY (:persons) OR id = ANY (:faces)"),
                new PersonalTable("embedding", OF_FACE),
                new PersonalTable("face_rejection", OF_FACE),
                new PersonalTable(
                        "person_change", "person_id = ANY (:persons) OR other_id = ANY (:persons) OR faces && :faces"),
                new PersonalTable("legal_hold", "person_id = ANY (:persons)"));
    }

    /** In pictures that show others, the person's faces are covered; all other pictures of them go. */
    @Override
    public void erase(Subject subject) {
        pictures.cover(subject);
        images.deleteAll(rows.removeRest(subject));
    }
}
