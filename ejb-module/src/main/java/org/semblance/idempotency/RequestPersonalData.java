package org.semblance.idempotency;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** Answers that are kept for a day and tell of a person: asked about them, or naming them. */
@ApplicationScoped
public class RequestPersonalData implements PersonalData {
    /** Rather one too many: whoever sends such a request again within the day may find that it happens twice. */
    private static final PersonalTable REQUESTS = new PersonalTable("idempotent_request", """
            EXISTS (SELECT FROM regexp_matches(target, '/(persons|faces)/([0-9]{1,18})', 'g') AS part
                     WHERE part[2]::bigint = ANY (:persons || :faces))
            OR content_type LIKE 'application/json%'
               AND (EXISTS (SELECT FROM unnest(:names) AS name WHERE strpos(convert_from(answer, 'UTF8'), name) > 0)
                    OR EXISTS (SELECT FROM regexp_matches(convert_from(answer, 'UTF8'),
                                   '"(id|person|person_id|face|face_id|other|survivor)":([0-9]{1,18})', 'g') AS part
                                WHERE part[2]::bigint = ANY (:persons || :faces)))
            """);

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public RequestPersonalData() {}

    public RequestPersonalData(DataSource database) {
        this.database = database;
    }

    @Override
    public String context() {
        return "idempotency";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(REQUESTS);
    }

    @Override
    public void erase(Subject subject) {
        new PersonalSql("DELETE FROM semblance.idempotent_request WHERE " + REQUESTS.where()).change(database, subject);
    }
}
