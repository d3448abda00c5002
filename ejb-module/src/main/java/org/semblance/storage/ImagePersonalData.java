package org.semblance.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** Pictures of persons: the files, once their rows have gone, and what is noted of the files. */
@ApplicationScoped
public class ImagePersonalData implements PersonalData {
    private static final PersonalTable ROWS = new PersonalTable("image", "key = ANY (:files)");
    private static final PersonalTable INTENTS = new PersonalTable("image_intent", "key = ANY (:files)");
    private static final PersonalTable QUARANTINE = new PersonalTable("quarantined_file", "key = ANY (:files)");

    private final ImageStore images;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ImagePersonalData() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ImagePersonalData(ImageStore images) {
        this.images = images;
    }

    public ImagePersonalData(ImageStore images, DataSource database) {
        this.images = images;
        this.database = database;
    }

    @Override
    public String context() {
        return "storage";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(ROWS, INTENTS, QUARANTINE);
    }

    @Override
    public void erase(Subject subject) {
        var files = subject.files().stream().map(ImageKey::new).toList();
        images.deleteAll(files);
        new PersonalSql("DELETE FROM semblance.image_intent WHERE " + INTENTS.where()).change(database, subject);
        new PersonalSql("DELETE FROM semblance.quarantined_file WHERE " + QUARANTINE.where()).change(database, subject);
    }

    @Override
    public boolean isLast() {
        return true;
    }
}
