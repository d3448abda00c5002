package org.semblance.surveillance.flow;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;

/** When and where cameras saw a person, and what they looked like. */
@ApplicationScoped
public class SightingPersonalData implements PersonalData {
    private static final PersonalTable SIGHTINGS = new PersonalTable("sighting", "person_id = ANY (:persons)");
    private static final String REMOVE_PICTURES = """
            DELETE FROM semblance.image
             WHERE id IN (SELECT image_id FROM semblance.sighting WHERE person_id = ANY (:persons))
               AND NOT EXISTS (SELECT FROM semblance.face WHERE image_id = image.id OR crop_image_id = image.id)
            RETURNING key
            """;
    private static final String REMOVE = "DELETE FROM semblance.sighting WHERE " + SIGHTINGS.where();

    private final ImageStore images;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SightingPersonalData() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SightingPersonalData(ImageStore images) {
        this.images = images;
    }

    public SightingPersonalData(ImageStore images, DataSource database) {
        this.images = images;
        this.database = database;
    }

    @Override
    public String context() {
        return "sightings";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(SIGHTINGS);
    }

    @Override
    public void erase(Subject subject) {
        images.deleteAll(
                new PersonalSql(REMOVE_PICTURES).list(database, row -> new ImageKey(row.getString("key")), subject));
        new PersonalSql(REMOVE).change(database, subject);
    }
}
