package org.semblance.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** Folders that jobs read are named after persons: in what was refused, and in where a restart would go on. */
@ApplicationScoped
public class JobPersonalData implements PersonalData {
    private static final PersonalTable FAILURES = new PersonalTable(
            "job_item_failure", "EXISTS (SELECT FROM unnest(:names) AS name WHERE starts_with(item, name || '/'))");
    private static final PersonalTable PLACES = new PersonalTable(
            "job_place", "EXISTS (SELECT FROM unnest(:names) AS name WHERE position(name IN coalesce(place, '')) > 0)");

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public JobPersonalData() {}

    public JobPersonalData(DataSource database) {
        this.database = database;
    }

    @Override
    public String context() {
        return "jobs";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(FAILURES, PLACES);
    }

    /** A run that is restarted without its place begins anew, and passes over what it has done. */
    @Override
    public void erase(Subject subject) {
        new PersonalSql("DELETE FROM semblance.job_item_failure WHERE " + FAILURES.where()).change(database, subject);
        new PersonalSql("UPDATE semblance.job_place SET place = '' WHERE " + PLACES.where()).change(database, subject);
    }
}
