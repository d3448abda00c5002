package org.semblance.gallery.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.SearchPlan.Method;

/**
 * A search as a statement: ranks and limits inside, thresholds are the caller's business. Vectors have length one, so
 * the inner product is the cosine.
 */
final class SearchSql {
    private static final String PERSONS = """
            WITH nearest AS MATERIALIZED (%s)
            SELECT person_id, face_id, -distance AS similarity,
                   (SELECT count(*) FROM embedding
                     WHERE embedding.gallery_id = %s AND embedding.person_id = best.person_id
                       AND model_id = (SELECT id FROM model WHERE name = %s) AND searchable) AS faces,
                   (SELECT count(*) FROM nearest) AS looked_at
              FROM (SELECT DISTINCT ON (person_id) person_id, face_id, distance
                      FROM nearest ORDER BY person_id, distance, face_id) AS best
             ORDER BY distance, person_id
             LIMIT %s
            """;
    private static final String FACES = """
            SELECT face_id, person_id, -distance AS similarity FROM (%s) AS nearest ORDER BY distance, face_id
            """;

    /** A parameter that is text, unlike bit strings. */
    private record Name(String text) {}

    private final NearestQuery query;
    private final GalleryFacts facts;
    private final HalfVector probe;
    private final List<Object> parameters = new ArrayList<>();

    SearchSql(NearestQuery query, GalleryFacts facts) {
        this.query = query;
        this.facts = facts;
        this.probe = new HalfVector(query.probe());
    }

    /**
     * @param depth how many faces to look at for as many persons as wanted
     */
    PreparedStatement persons(Connection connection, Method method, int depth) throws SQLException {
        String sql = PERSONS.formatted(
                nearest(method, depth, " AND person_id IS NOT NULL"),
                number(query.galleryId()),
                model(),
                number(query.limit()));
        return prepare(connection, sql);
    }

    PreparedStatement faces(Connection connection, Method method, int depth) throws SQLException {
        return prepare(connection, FACES.formatted(nearest(method, depth, "")));
    }

    /** Compares just those of these faces that pass the filter. */
    PreparedStatement faces(Connection connection, long[] among) throws SQLException {
        String sql =
                "SELECT face_id, person_id, vector <#> %s AS distance FROM embedding WHERE %s AND face_id = ANY (%s)"
                        .formatted(parameter(probe), scope() + filter(), parameter(among));
        return prepare(connection, FACES.formatted(sql));
    }

    private String nearest(Method method, int depth, String further) {
        return switch (method) {
            // A sort copies every row that it is given, so it gets no vectors. A literal limit tells the planner how
            // few.
            case BITS ->
                "SELECT stored.face_id, stored.person_id, vector <#> %s AS distance FROM (SELECT face_id, model_id FROM embedding WHERE %s ORDER BY bits <~> %s::bit varying LIMIT %d) AS candidate JOIN embedding AS stored ON stored.gallery_id = %s AND stored.face_id = candidate.face_id AND stored.model_id = candidate.model_id ORDER BY distance, stored.face_id LIMIT %s"
                        .formatted(
                                parameter(probe),
                                scope() + filter() + further,
                                parameter(probe.bits()),
                                depth,
                                number(query.galleryId()),
                                number(depth));
            case GRAPH ->
                "SELECT face_id, person_id, vector::public.halfvec(%d) <#> %s AS distance FROM embedding WHERE gallery_id = %d AND model_id = %d AND searchable%s ORDER BY distance LIMIT %s"
                        .formatted(
                                facts.dimension(),
                                parameter(probe),
                                query.galleryId(),
                                facts.modelId(),
                                further,
                                number(depth));
            default ->
                "SELECT face_id, person_id, vector <#> %s AS distance FROM embedding WHERE %s ORDER BY distance, face_id LIMIT %s"
                        .formatted(parameter(probe), scope() + filter() + further, number(depth));
        };
    }

    private String scope() {
        return "gallery_id = " + number(query.galleryId()) + " AND model_id = (SELECT id FROM model WHERE name = "
                + model() + ") AND searchable";
    }

    private String filter() {
        Filter filter = query.filter();
        var conditions = new StringBuilder();
        filter.owner().ifPresent(owner -> conditions
                .append(" AND face_id IN (SELECT id FROM face WHERE gallery_id = ")
                .append(number(query.galleryId()))
                .append(" AND owner_id = ")
                .append(parameter(owner))
                .append(')'));
        if (filter.publicFigures()) {
            conditions
                    .append(" AND person_id IN (SELECT id FROM person WHERE public_figure AND gallery_id = ")
                    .append(number(query.galleryId()))
                    .append(')');
        }
        filter.notUser().ifPresent(user -> conditions
                .append(" AND (person_id IN (SELECT id FROM person WHERE user_id = ")
                .append(parameter(user))
                .append(")) IS NOT TRUE"));
        if (!filter.without().isEmpty()) {
            conditions
                    .append(" AND (person_id = ANY (")
                    .append(parameter(
                            filter.without().stream().mapToLong(PersonId::value).toArray()))
                    .append(")) IS NOT TRUE");
        }
        return conditions.toString();
    }

    private String model() {
        return parameter(new Name(query.probe().model().value()));
    }

    private String number(long value) {
        return parameter(value);
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?";
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        HalfVector.enable(connection);
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.size(); i++) {
                set(statement, i + 1, parameters.get(i));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Name name) {
            statement.setString(index, name.text());
        } else if (value instanceof String bits) {
            statement.setObject(index, bits, Types.OTHER);
        } else if (value instanceof UUID id) {
            statement.setObject(index, id);
        } else if (value instanceof long[] ids) {
            statement.setArray(
                    index,
                    statement
                            .getConnection()
                            .createArrayOf("bigint", Arrays.stream(ids).boxed().toArray()));
        } else {
            statement.setObject(index, value);
        }
    }
}
