package org.semblance.lookalike;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/**
 * Whom the users who have claimed a person were found similar to. The name puts it before the gallery, for who had
 * claimed whom is known only as long as the person is there.
 */
@ApplicationScoped
public class LookalikePersonalData implements PersonalData {
    private static final String CLAIMANTS =
            "(SELECT user_id FROM semblance.person WHERE user_id IS NOT NULL AND id = ANY (:persons))";

    /** The pairs go by a trigger; a user who has claimed others, too, is compared again by those. */
    private static final String FORGET = "DELETE FROM semblance.user_similarity_state WHERE user_id IN " + CLAIMANTS;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public LookalikePersonalData() {}

    public LookalikePersonalData(DataSource database) {
        this.database = database;
    }

    @Override
    public String context() {
        return "comparisons";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                new PersonalTable("user_similarity", "user_a IN " + CLAIMANTS + " OR user_b IN " + CLAIMANTS),
                new PersonalTable("user_similarity_state", "user_id IN " + CLAIMANTS));
    }

    @Override
    public void erase(Subject subject) {
        new PersonalSql(FORGET).change(database, subject);
    }
}
