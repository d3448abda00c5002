package org.semblance.lookalike;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.directory.UserNotFoundException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;

/** Says who looks most like a user: to the user, and to whoever may both read users and search for faces everywhere. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SimilarUserService {
    private static final List<String> FOR_OTHERS = List.of(Permissions.USER_READ, Permissions.SEARCH_RUN);

    private static final String EXISTS = "SELECT id FROM semblance.app_user WHERE id = ?";

    /** A withdrawal counts from the next look at the list, not from the next run. */
    private static final String COMPARED = """
            SELECT user_id FROM semblance.person
             WHERE user_id IS NOT NULL AND merged_into IS NULL AND deleted_at IS NULL AND suspended_at IS NULL
            """;

    private static final String SIMILAR = """
            WITH pair AS (
                SELECT user_a AS self, user_b AS other, similarity, computed_at
                  FROM semblance.user_similarity WHERE user_a = ?
                UNION ALL
                SELECT user_b, user_a, similarity, computed_at FROM semblance.user_similarity WHERE user_b = ?),
            compared AS (SELECT user_id FROM (%s) AS any_user
                          WHERE user_id IN (SELECT self FROM pair UNION SELECT other FROM pair)),
            ranked AS (
                SELECT row_number() OVER (ORDER BY similarity DESC, other) AS rank, other, display_name, similarity,
                       computed_at
                  FROM pair JOIN semblance.app_user ON app_user.id = other
                 WHERE other IN (SELECT user_id FROM compared) AND self IN (SELECT user_id FROM compared))
            SELECT rank, other, display_name, similarity, computed_at FROM ranked WHERE rank > ? ORDER BY rank LIMIT ?
            """.formatted(COMPARED);

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public SimilarUserService() {}

    SimilarUserService(DataSource database) {
        this.database = database;
    }

    /**
     * As the last run found them, the most similar first.
     *
     * @param after the rank to go on after; 0 begins
     */
    @PermitAll
    public Page<SimilarUser> list(UUID user, long after, int limit) {
        requireToSee(user);
        var statements = new Statements(database);
        if (statements.first(EXISTS, row -> true, user).isEmpty()) {
            throw new UserNotFoundException(user);
        }
        List<SimilarUser> found = statements.list(
                SIMILAR,
                row -> new SimilarUser(
                        row.getLong("rank"),
                        row.getObject("other", UUID.class),
                        row.getString("display_name"),
                        row.getFloat("similarity"),
                        row.getTimestamp("computed_at").toInstant()),
                user,
                user,
                after,
                Page.fetchSize(limit));
        return Page.of(found, limit, SimilarUser::rank);
    }

    /** To whoever may not see them, other users do not exist. */
    private static void requireToSee(UUID user) {
        var caller = CurrentUser.require();
        boolean mayOthers = FOR_OTHERS.stream()
                .allMatch(permission -> caller.scope(permission).everywhere());
        if (!caller.id().equals(user) && !mayOthers) {
            throw new UserNotFoundException(user);
        }
    }
}
