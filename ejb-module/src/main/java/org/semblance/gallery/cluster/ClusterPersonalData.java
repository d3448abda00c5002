package org.semblance.gallery.cluster;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** Clusters that a person's faces were in, proposals to give them faces, and faces that were found similar to theirs. */
@ApplicationScoped
public class ClusterPersonalData implements PersonalData {
    private static final PersonalTable NEIGHBOURS =
            new PersonalTable("face_neighbours", "face_id = ANY (:faces) OR others && :faces");
    private static final PersonalTable PROPOSALS = new PersonalTable("cluster_proposal", "person_id = ANY (:persons)");
    private static final PersonalTable FACES = new PersonalTable("cluster_face", "face_id = ANY (:faces)");

    private static final String FORGET_NEIGHBOURS =
            "DELETE FROM semblance.face_neighbours WHERE face_id = ANY (:faces)";
    private static final String FORGET_SIMILARITY = """
            UPDATE semblance.face_neighbours
               SET (others, similarities) = (
                   SELECT coalesce(array_agg(other ORDER BY place), '{}'), coalesce(array_agg(near ORDER BY place), '{}')
                     FROM unnest(others, similarities) WITH ORDINALITY AS kept (other, near, place)
                    WHERE other <> ALL (:faces))
             WHERE others && :faces
            """;

    /** A proposal without faces proposes nothing. */
    private static final String FORGET_PROPOSALS = """
            WITH touched AS (DELETE FROM semblance.cluster_face WHERE face_id = ANY (:faces) RETURNING proposal_id)
            DELETE FROM semblance.cluster_proposal AS proposal
             WHERE person_id = ANY (:persons)
                OR id IN (SELECT proposal_id FROM touched)
                   AND NOT EXISTS (SELECT FROM semblance.cluster_face
                                    WHERE proposal_id = proposal.id AND face_id <> ALL (:faces))
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public ClusterPersonalData() {}

    public ClusterPersonalData(DataSource database) {
        this.database = database;
    }

    @Override
    public String context() {
        return "clusters";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(NEIGHBOURS, PROPOSALS, FACES);
    }

    @Override
    public void erase(Subject subject) {
        new PersonalSql(FORGET_NEIGHBOURS).change(database, subject);
        new PersonalSql(FORGET_SIMILARITY).change(database, subject);
        new PersonalSql(FORGET_PROPOSALS).change(database, subject);
    }
}
