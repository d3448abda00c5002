package org.semblance.surveillance.unknown;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;

/**
 * Who persons were as strangers, and which of their faces cameras brought. Faces of such a stranger that people did not
 * give to the person show them all the same, so they are erased, too.
 */
@ApplicationScoped
public class UnknownPersonalData implements PersonalData {
    private static final PersonalTable FACES = new PersonalTable(
            "unknown_face",
            "face_id = ANY (:faces) OR stranger_id IN (SELECT id FROM semblance.stranger WHERE person_id = ANY (:persons))");
    private static final PersonalTable STRANGERS = new PersonalTable("stranger", "person_id = ANY (:persons)");
    private static final PersonalTable LEARNED = new PersonalTable("learned_face", "face_id = ANY (:faces)");

    private static final String REMOVE_LEFT_BEHIND = """
            WITH gone AS (DELETE FROM semblance.face
                           WHERE person_id IS NULL
                             AND id IN (SELECT face_id FROM semblance.unknown_face JOIN semblance.stranger
                                            ON stranger.id = stranger_id
                                         WHERE stranger.person_id = ANY (:persons))
                          RETURNING image_id, crop_image_id)
            DELETE FROM semblance.image
             WHERE id IN (SELECT image_id FROM gone UNION SELECT crop_image_id FROM gone) RETURNING key
            """;
    /** The files are gone, and their names say when and where the person was. */
    private static final String FORGET_FILES = "DELETE FROM semblance.image_intent WHERE key = ANY (?)";

    private static final List<String> FORGET = List.of(
            "DELETE FROM semblance.unknown_face WHERE " + FACES.where(),
            "DELETE FROM semblance.learned_face WHERE " + LEARNED.where(),
            "DELETE FROM semblance.stranger WHERE " + STRANGERS.where());

    private final ImageStore images;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UnknownPersonalData() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public UnknownPersonalData(ImageStore images) {
        this.images = images;
    }

    public UnknownPersonalData(ImageStore images, DataSource database) {
        this.images = images;
        this.database = database;
    }

    /** Comes before the persons themselves: with them goes whose the strangers are. */
    @Override
    public String context() {
        return "camera-faces";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(FACES, STRANGERS, LEARNED);
    }

    @Override
    public void erase(Subject subject) {
        List<ImageKey> files =
                new PersonalSql(REMOVE_LEFT_BEHIND).list(database, row -> new ImageKey(row.getString("key")), subject);
        images.deleteAll(files);
        if (!files.isEmpty()) {
            new Statements(database)
                    .change(FORGET_FILES, files.stream().map(ImageKey::value).toList());
        }
        FORGET.forEach(sql -> new PersonalSql(sql).change(database, subject));
    }
}
