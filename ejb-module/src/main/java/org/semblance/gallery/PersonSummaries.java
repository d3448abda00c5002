package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.vision.ModelId;

/** Persons as callers see them: a few statements for any number of them. */
final class PersonSummaries {
    /** What is selected of each. */
    static final String SELECT = """
            SELECT p, g, (SELECT COUNT(f) FROM Face f WHERE f.personId = p.id)
              FROM Person p JOIN Gallery g ON g.id = p.galleryId
            """;

    private static final String EMBEDDED = """
            SELECT person_id, count(*) FROM embedding
             WHERE gallery_id = ?1 AND person_id = ANY (CAST(?2 AS bigint[])) AND searchable
               AND model_id = (SELECT id FROM model WHERE name = ?3)
             GROUP BY person_id
            """;

    private final EntityManager entities;

    PersonSummaries(EntityManager entities) {
        this.entities = entities;
    }

    /** @param rows all of one gallery */
    List<PersonSummary> of(List<Object[]> rows, Optional<ModelId> model) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(row -> ((Person) row[0]).id().value()).toList();
        long gallery = ((Person) rows.get(0)[0]).galleryId();
        Map<PersonId, Long> embedded =
                model.map(name -> embedded(gallery, ids, name)).orElseGet(Map::of);
        Map<PersonId, Cover> covers = new Covers(entities).of(ids);
        return rows.stream().map(row -> summary(row, embedded, covers)).toList();
    }

    /** How many faces of each person the model has embedded. */
    private Map<PersonId, Long> embedded(long gallery, List<Long> ids, ModelId model) {
        List<?> counts = entities.createNativeQuery(EMBEDDED)
                .setParameter(1, gallery)
                .setParameter(2, ChangeLog.array(ids))
                .setParameter(3, model.value())
                .getResultList();
        return counts.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        count -> new PersonId(((Number) count[0]).longValue()),
                        count -> ((Number) count[1]).longValue()));
    }

    private static PersonSummary summary(Object[] row, Map<PersonId, Long> embedded, Map<PersonId, Cover> covers) {
        Person person = (Person) row[0];
        Gallery gallery = (Gallery) row[1];
        return new PersonSummary(
                person.id(),
                gallery.name(),
                person.traits(),
                (Long) row[2],
                covers.get(person.id()),
                embedded.getOrDefault(person.id(), 0L) >= gallery.rules().minFaces(),
                person.createdAt(),
                person.deletedAt(),
                person.version());
    }
}
