package org.semblance.surveillance.event;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Scope;

/**
 * What rows must be like: SQL and its values. Only what is asked for is in it, so that each question has a plan of its
 * own. Those of times are about events, under the name e.
 */
public final class Conditions {
    private final StringBuilder sql = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    public Conditions and(String condition, Object... parameters) {
        sql.append(" AND ").append(condition);
        values.addAll(List.of(parameters));
        return this;
    }

    Conditions in(Period period) {
        if (period.from() != null) {
            and("e.timestamp >= ?", Timestamp.from(period.from()));
        }
        if (period.to() != null) {
            and("e.timestamp < ?", Timestamp.from(period.to()));
        }
        return this;
    }

    /** One value is compared with, so that an index in the order of times serves. */
    public Conditions among(String column, @Nullable Collection<?> wanted) {
        if (wanted == null) {
            return this;
        }
        return wanted.size() == 1 ? and(column + " = ?", wanted.iterator().next()) : and(column + " = ANY (?)", wanted);
    }

    public Conditions within(String column, Scope galleries) {
        return galleries.everywhere() ? this : among(column, galleries.galleries());
    }

    /** In the order of the list, after a place in it. */
    Conditions after(@Nullable EventMark mark) {
        if (mark != null) {
            var at = Timestamp.from(mark.at());
            and("e.timestamp <= ? AND (e.timestamp, e.id) < (?, ?)", at, at, mark.id());
        }
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    public Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
