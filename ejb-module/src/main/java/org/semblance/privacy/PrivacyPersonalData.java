package org.semblance.privacy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** What persons consented to, and that they are to be erased. */
@ApplicationScoped
public class PrivacyPersonalData implements PersonalData {
    private static final String OF_PERSON = "person_id = ANY (:persons)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PrivacyPersonalData() {}

    public PrivacyPersonalData(DataSource database) {
        this.database = database;
    }

    @Override
    public String context() {
        return "privacy";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(new PersonalTable("consent", OF_PERSON), new PersonalTable("erasure", OF_PERSON));
    }

    /** Consents go with the person; an erasure that is done knows no longer whose it was. */
    @Override
    public void erase(Subject subject) {
        new PersonalSql("UPDATE semblance.erasure SET person_id = NULL WHERE " + OF_PERSON).change(database, subject);
    }
}
