package org.semblance.personaldata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Statements;

/** SQL about a subject: {@code :persons}, {@code :faces}, {@code :files} and {@code :names} are their arrays. */
public record PersonalSql(String sql) {
    private static final Pattern VALUE = Pattern.compile(":(persons|faces|files|names)\\b");
    private static final Map<String, String> TYPES =
            Map.of("persons", "bigint[]", "faces", "bigint[]", "files", "text[]", "names", "text[]");

    /** How many rows it changed. */
    public int change(DataSource database, Subject subject) {
        return new Statements(database).change(positional(), values(subject).toArray());
    }

    public <T> List<T> list(DataSource database, Statements.Mapper<T> mapper, Subject subject) {
        return new Statements(database)
                .list(positional(), mapper, values(subject).toArray());
    }

    String positional() {
        return VALUE.matcher(sql).replaceAll(found -> "CAST(? AS " + TYPES.get(found.group(1)) + ")");
    }

    /** In the order in which the SQL names them. */
    List<@Nullable Object> values(Subject subject) {
        Map<String, Collection<?>> all = Map.of(
                "persons", subject.persons(),
                "faces", subject.faces(),
                "files", subject.files(),
                "names", subject.names());
        List<@Nullable Object> values = new ArrayList<>();
        VALUE.matcher(sql).results().forEach(found -> values.add(all.get(found.group(1))));
        return values;
    }
}
