package org.semblance.lookalike;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.semblance.platform.Statements;
import org.semblance.vision.ModelId;

/** The lists of those most similar to users, as rows of pairs. Only what is different is written. */
@Stateless
@LocalBean
@PermitAll
public class SimilarityLists {
    private static final String ENTRIES = """
            SELECT user_a, user_b, similarity, name
              FROM semblance.user_similarity LEFT JOIN semblance.model ON model.id = model_id
             WHERE user_a = ANY (CAST(? AS uuid[])) AND of_a
            UNION ALL
            SELECT user_b, user_a, similarity, name
              FROM semblance.user_similarity LEFT JOIN semblance.model ON model.id = model_id
             WHERE user_b = ANY (CAST(? AS uuid[])) AND of_b
            """;
    private static final String GIVEN = "unnest(CAST(? AS uuid[]), CAST(? AS uuid[])) AS given (self, other)";
    private static final String PAIR =
            " user_a = least(given.self, given.other) AND user_b = greatest(given.self, given.other)";

    /** The other one still lists the pair. */
    private static final String LEAVE = "UPDATE semblance.user_similarity"
            + " SET of_a = user_a <> given.self, of_b = user_b <> given.self FROM " + GIVEN
            + " WHERE" + PAIR + " AND of_a AND of_b";

    /** Nobody lists the pair any more; not so where {@link #LEAVE} has left one of the two. */
    private static final String DROP = "DELETE FROM semblance.user_similarity USING " + GIVEN + " WHERE" + PAIR
            + " AND of_a = (user_a = given.self) AND of_b = (user_b = given.self)";

    private static final String PUT = """
            INSERT INTO semblance.user_similarity AS pair (user_a, user_b, similarity, of_a, of_b, model_id)
            SELECT least(self, other), greatest(self, other), max(similarity), bool_or(self < other),
                   bool_or(self > other), (SELECT id FROM semblance.model WHERE name = ?)
              FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS real[])) AS given (self, other, similarity)
             GROUP BY 1, 2
             ORDER BY 1, 2
            ON CONFLICT (user_a, user_b) DO UPDATE
               SET similarity = excluded.similarity, of_a = pair.of_a OR excluded.of_a,
                   of_b = pair.of_b OR excluded.of_b, model_id = excluded.model_id, computed_at = excluded.computed_at
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public SimilarityLists() {}

    public SimilarityLists(DataSource database) {
        this.database = database;
    }

    /** Somebody whom a user lists. */
    private record Entry(UUID self, Alike other, String model) {}

    /** Whom users list, in no order; users without a list are left out. */
    public Map<UUID, List<Alike>> find(Collection<UUID> users) {
        Map<UUID, List<Alike>> lists = new HashMap<>();
        entries(users).forEach(entry -> lists.computeIfAbsent(entry.self(), self -> new ArrayList<>())
                .add(entry.other()));
        return lists;
    }

    private List<Entry> entries(Collection<UUID> users) {
        List<String> ids = UserVectors.texts(users);
        return users.isEmpty()
                ? List.of()
                : new Statements(database)
                        .list(
                                ENTRIES,
                                row -> new Entry(
                                        row.getObject(1, UUID.class),
                                        new Alike(row.getObject(2, UUID.class), row.getFloat(3)),
                                        String.valueOf(row.getString(4))),
                                ids,
                                ids);
    }

    /** Gives users these lists in the place of those that they had; how many entries are new or different. */
    public int keep(Collection<AlikeList> lists, ModelId model) {
        Set<Entry> wanted = new HashSet<>();
        Set<List<UUID>> pairs = new HashSet<>();
        for (AlikeList list : lists) {
            for (Alike other : list.others()) {
                wanted.add(new Entry(list.user(), other, model.value()));
                pairs.add(List.of(list.user(), other.user()));
            }
        }
        List<Entry> gone = new ArrayList<>();
        for (Entry entry : entries(lists.stream().map(AlikeList::user).toList())) {
            wanted.remove(entry);
            if (!pairs.contains(List.of(entry.self(), entry.other().user()))) {
                gone.add(entry);
            }
        }
        drop(gone);
        put(wanted, model);
        return wanted.size();
    }

    private void drop(Collection<Entry> entries) {
        if (!entries.isEmpty()) {
            List<String> selves = texts(entries, Entry::self);
            List<String> others = texts(entries, entry -> entry.other().user());
            new Statements(database).change(LEAVE, selves, others);
            new Statements(database).change(DROP, selves, others);
        }
    }

    private void put(Collection<Entry> entries, ModelId model) {
        if (!entries.isEmpty()) {
            new Statements(database)
                    .change(
                            PUT,
                            model.value(),
                            texts(entries, Entry::self),
                            texts(entries, entry -> entry.other().user()),
                            texts(entries, entry -> entry.other().similarity()));
        }
    }

    private static List<String> texts(Collection<Entry> entries, Function<Entry, Object> field) {
        return entries.stream().map(entry -> field.apply(entry).toString()).toList();
    }
}
