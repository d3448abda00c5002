package org.semblance.surveillance.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** Rules about single persons. */
@ApplicationScoped
public class AccessPersonalData implements PersonalData {
    private static final String OF_PERSON = "person_id = ANY (:persons)";

    /** The rule stays, about nobody; its title may name them. */
    private static final String FORGET = """
            UPDATE semblance.access_rule
               SET person_id = NULL, title = 'About somebody who was erased', version = version + 1
             WHERE\s""" + OF_PERSON;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public AccessPersonalData() {}

    public AccessPersonalData(DataSource database) {
        this.database = database;
    }

    @Override
    public String context() {
        return "access";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(new PersonalTable("access_rule", OF_PERSON));
    }

    @Override
    public void erase(Subject subject) {
        new PersonalSql(FORGET).change(database, subject);
    }
}
