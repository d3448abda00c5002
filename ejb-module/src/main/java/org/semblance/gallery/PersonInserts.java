package org.semblance.gallery;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds persons in one statement, however many they are. */
final class PersonInserts {
    /** In the order of external ids, so that two who add the same persons do not wait for each other. */
    private static final String PERSONS = """
            INSERT INTO semblance.person (gallery_id, name, external_id, metadata, public_figure, user_id, created_at)
            SELECT ?1, name, external_id, CAST(metadata AS jsonb), public_figure, user_id, ?2
              FROM jsonb_to_recordset(CAST(?3 AS jsonb)) AS given (
                   name text, external_id text, metadata text, public_figure boolean, user_id uuid)
             ORDER BY external_id
                ON CONFLICT (gallery_id, external_id) DO NOTHING
            RETURNING id, external_id
            """;

    private final EntityManager entities;
    private final Instant now;

    PersonInserts(EntityManager entities, Instant now) {
        this.entities = entities;
        this.now = now;
    }

    /** Their ids by their external ids, of which at most one is none; those are missing that somebody else has added. */
    Map<@Nullable String, PersonId> add(long gallery, Collection<NewPerson> persons) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        persons.stream().map(PersonInserts::row).forEach(rows::add);
        Map<@Nullable String, PersonId> ids = new HashMap<>();
        for (Object row : entities.createNativeQuery(PERSONS)
                .setParameter(1, gallery)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, rows.build().toString())
                .getResultList()) {
            Object[] columns = (Object[]) row;
            ids.put((String) columns[1], new PersonId(((Number) columns[0]).longValue()));
        }
        return ids;
    }

    private static JsonObjectBuilder row(NewPerson person) {
        JsonObjectBuilder row = Json.createObjectBuilder()
                .add("metadata", person.metadata().json())
                .add("public_figure", person.publicFigure());
        text(row, "name", person.name());
        text(row, "external_id", person.externalId());
        UUID user = person.userId();
        text(row, "user_id", user == null ? null : user.toString());
        return row;
    }

    private static void text(JsonObjectBuilder row, String column, @Nullable String text) {
        if (text != null) {
            row.add(column, text);
        }
    }
}
