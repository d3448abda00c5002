package org.semblance.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** Events that tell of somebody by their number, with the deliveries of them. That they are gone must still be told. */
@ApplicationScoped
public class WebhookPersonalData implements PersonalData {
    private static final String OF_PERSON = """
            type <> 'person.purged'
            AND EXISTS (SELECT FROM jsonb_each(CAST(data AS jsonb)) AS named (name, value)
                         WHERE (named.name IN ('person', 'merged', 'part', 'other', 'from', 'to')
                                AND named.value = ANY (SELECT to_jsonb(id) FROM unnest(:persons) AS id))
                            OR (named.name = 'face'
                                AND named.value = ANY (SELECT to_jsonb(id) FROM unnest(:faces) AS id))
                            OR (named.name = 'faces'
                                AND named.value @> ANY (SELECT to_jsonb(id) FROM unnest(:faces) AS id)))
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public WebhookPersonalData() {}

    public WebhookPersonalData(DataSource database) {
        this.database = database;
    }

    @Override
    public String context() {
        return "webhooks";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(new PersonalTable("webhook_event", OF_PERSON));
    }

    @Override
    public void erase(Subject subject) {
        new PersonalSql("DELETE FROM semblance.webhook_event WHERE " + OF_PERSON).change(database, subject);
    }
}
