package org.semblance.lookalike;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Statements;

/**
 * What the lists of users were worked out from. A run first writes down who has changed, and strikes that out when it is
 * through with everybody: whoever goes on with it, or begins another one after it was given up, knows the same.
 */
@Stateless
@LocalBean
@PermitAll
public class SimilarityStates {
    /** Before every user. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final String COMPARED_USERS =
            UserFaces.COMPARED + " AND person.user_id IS NOT NULL GROUP BY person.user_id";

    private static final String FORGET = "DELETE FROM semblance.user_similarity_state WHERE user_id NOT IN"
            + " (SELECT person.user_id" + COMPARED_USERS + ")";
    private static final String PLAN =
            "INSERT INTO semblance.user_similarity_state AS state (user_id, fingerprint, wanted)"
                    + " SELECT person.user_id, " + UserFaces.FINGERPRINT + ", ?" + COMPARED_USERS
                    + " ORDER BY person.user_id ON CONFLICT (user_id) DO UPDATE"
                    + " SET fingerprint = excluded.fingerprint, wanted = excluded.wanted, changed = true"
                    + " WHERE ? OR state.fingerprint <> excluded.fingerprint OR state.wanted <> excluded.wanted";
    private static final String TOUCH = """
            UPDATE semblance.user_similarity_state SET touched = true
             WHERE NOT changed AND NOT touched
               AND user_id IN (
                   SELECT user_b FROM semblance.user_similarity
                     JOIN semblance.user_similarity_state ON user_id = user_a WHERE changed AND of_b
                   UNION ALL
                   SELECT user_a FROM semblance.user_similarity
                     JOIN semblance.user_similarity_state ON user_id = user_b WHERE changed AND of_a)
            """;
    private static final String COUNT = "SELECT count(*) FROM semblance.user_similarity_state";
    private static final String TO_DO = " WHERE changed OR touched";
    private static final String COLUMNS = """
            SELECT user_id, changed, touched, worst_similarity, worst_user
              FROM semblance.user_similarity_state
             WHERE user_id > CAST(? AS uuid)
            """;
    private static final String PAGE = " ORDER BY user_id LIMIT ?";
    private static final String COMPUTED = """
            UPDATE semblance.user_similarity_state AS state
               SET touched = false, worst_similarity = list.similarity, worst_user = list.worst, computed_at = now()
              FROM unnest(CAST(? AS uuid[]), CAST(? AS real[]), CAST(? AS uuid[])) AS list (user_id, similarity, worst)
             WHERE state.user_id = list.user_id
            """;
    private static final String MOVED =
            "UPDATE semblance.user_similarity_state SET fingerprint = ? WHERE user_id = ANY (CAST(? AS uuid[]))";
    private static final String SETTLE = "UPDATE semblance.user_similarity_state SET changed = false WHERE changed";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public SimilarityStates() {}

    public SimilarityStates(DataSource database) {
        this.database = database;
    }

    /** Finds out who has changed or gone since the last time, or takes everybody for changed. */
    public void plan(SimilarityPlan plan) {
        String model = plan.model().value();
        statements().change(FORGET, model);
        statements().change(PLAN, plan.way().code(), plan.most(), model, plan.everybody());
        statements().change(TOUCH);
    }

    public long count() {
        return number(COUNT);
    }

    /** How many have changed, or have lists that are not right any more. */
    public long countToDo() {
        return number(COUNT + TO_DO);
    }

    public boolean hasChanged() {
        return number(COUNT + " WHERE changed") > 0;
    }

    /** The first behind a user, in the order of ids: everybody, or only those with something to do. */
    public List<UserState> page(UUID after, boolean everybody, int limit) {
        String sql = COLUMNS + (everybody ? "" : " AND (changed OR touched)") + PAGE;
        return statements().list(sql, SimilarityStates::state, after.toString(), limit);
    }

    private static UserState state(ResultSet row) throws SQLException {
        UUID worst = row.getObject("worst_user", UUID.class);
        return new UserState(
                row.getObject("user_id", UUID.class),
                row.getBoolean("changed"),
                row.getBoolean("touched"),
                worst == null ? null : new Alike(worst, row.getFloat("worst_similarity")));
    }

    /** Notes that these lists were worked out. */
    public void computed(Collection<AlikeList> lists) {
        if (lists.isEmpty()) {
            return;
        }
        List<String> users = new ArrayList<>();
        List<@Nullable String> similarities = new ArrayList<>();
        List<@Nullable String> worst = new ArrayList<>();
        for (AlikeList list : lists) {
            users.add(list.user().toString());
            similarities.add(
                    list.isEverybody() ? null : Float.toString(list.last().similarity()));
            worst.add(list.isEverybody() ? null : list.last().user().toString());
        }
        statements().change(COMPUTED, users, similarities, worst);
    }

    /** Has users taken for changed the next time: their faces are not those any more that the run began with. */
    public void moved(Collection<UUID> users) {
        if (!users.isEmpty()) {
            statements().change(MOVED, NOBODY, UserVectors.texts(users));
        }
    }

    /** Strikes out who had changed: everybody has been compared with them. */
    public void settle() {
        statements().change(SETTLE);
    }

    private long number(String sql) {
        return statements().first(sql, row -> row.getLong(1)).orElse(0L);
    }

    private Statements statements() {
        return new Statements(database);
    }
}
