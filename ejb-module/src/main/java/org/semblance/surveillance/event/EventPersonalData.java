package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/**
 * Where and when a person was recognised. The name puts it after the gallery: once the person is gone, no event that is
 * still to be written can name them again.
 */
@ApplicationScoped
public class EventPersonalData implements PersonalData {
    private static final String FORGET = "SELECT semblance.anonymise_events(:persons)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public EventPersonalData() {}

    /** Outside the container. */
    public EventPersonalData(DataSource database) {
        this.database = database;
    }

    @Override
    public String context() {
        return "surveillance-events";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(new PersonalTable("recognition_events", "person_id = ANY (:persons)"));
    }

    /** The events stay, of nobody: that somebody was seen is no secret of the one who was. */
    @Override
    public void erase(Subject subject) {
        new PersonalSql(FORGET).list(database, row -> row.getLong(1), subject);
    }
}
