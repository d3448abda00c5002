package org.semblance.personaldata;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Statements;

/** Finds the rows of a person in any table that holds some. */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PersonalRows {
    private static final int PAGE = 100;

    /** Goes on after a place in the table, so that no transaction waits for whoever reads. */
    private static final String PAGE_OF = """
            SELECT tableoid::bigint, ctid::text, to_jsonb(one)::text FROM %s AS one
             WHERE (%s) AND (tableoid::bigint, ctid) > (?, ?::tid)
             ORDER BY tableoid::bigint, ctid LIMIT %d
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PersonalRows() {}

    public PersonalRows(DataSource database) {
        this.database = database;
    }

    private record Place(long table, String row, String json) {}

    public long count(PersonalTable table, Subject subject) {
        var sql = new PersonalSql("SELECT count(*) FROM " + table.name() + " AS one WHERE " + table.where());
        return sql.list(database, row -> row.getLong(1), subject).get(0);
    }

    /** Every row as JSON, few of them in memory at a time. */
    public void forEach(PersonalTable table, Subject subject, Consumer<String> visitor) {
        var sql = new PersonalSql(PAGE_OF.formatted(table.name(), table.where(), PAGE));
        List<@Nullable Object> values = sql.values(subject);
        values.add(0L);
        values.add("(0,0)");
        List<Place> page;
        do {
            page = new Statements(database)
                    .list(
                            sql.positional(),
                            row -> new Place(row.getLong(1), row.getString(2), row.getString(3)),
                            values.toArray());
            for (Place place : page) {
                visitor.accept(place.json());
                values.set(values.size() - 2, place.table());
                values.set(values.size() - 1, place.row());
            }
        } while (page.size() == PAGE);
    }
}
