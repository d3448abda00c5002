package org.semblance.gallery;

import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds persons by any id that they ever had, within the transaction of the caller. */
final class LivePersons {
    private static final String KEEP_GALLERIES = """
            SELECT id FROM gallery
             WHERE id IN (SELECT gallery_id FROM person WHERE id = ANY (CAST(?1 AS bigint[])))
             ORDER BY id
               FOR KEY SHARE
            """;
    private static final String KEEP =
            "SELECT id FROM person WHERE id = ANY (CAST(?1 AS bigint[])) ORDER BY id FOR KEY SHARE";
    private static final String LOCK =
            "SELECT id FROM person WHERE id = ANY (CAST(?1 AS bigint[])) ORDER BY id FOR UPDATE";

    private final EntityManager entities;

    LivePersons(EntityManager entities) {
        this.entities = entities;
    }

    /** Who goes by that id now, be it as the survivor of merges; nobody when they are deleted. */
    Optional<Person> find(PersonId id) {
        return survivor(entities.find(Person.class, id.value())).filter(person -> !person.isDeleted());
    }

    Person require(PersonId id) {
        return find(id).orElseThrow(() -> new PersonNotFoundException(id));
    }

    /** Somebody deleted, who can be brought back. */
    Person requireDeleted(PersonId id) {
        return survivor(entities.find(Person.class, id.value()))
                .filter(Person::isDeleted)
                .orElseThrow(() -> new PersonNotFoundException(id));
    }

    /** Before anything is added to their persons: whoever removes a gallery locks it first, and its persons then. */
    void keepGalleries(Collection<PersonId> persons) {
        entities.createNativeQuery(KEEP_GALLERIES)
                .setParameter(
                        1, ChangeLog.array(persons.stream().map(PersonId::value).toList()))
                .getResultList();
    }

    /** Somebody who is neither merged nor deleted until the transaction ends. */
    Person requireKept(PersonId id) {
        return keep(require(id)).orElseThrow(() -> new PersonNotFoundException(id));
    }

    /** The same of many, by the ids that were asked for. */
    Map<PersonId, Person> requireKept(Collection<PersonId> ids) {
        List<Long> numbers = ids.stream().map(PersonId::value).toList();
        entities.createNativeQuery(KEEP)
                .setParameter(1, ChangeLog.array(numbers))
                .getResultList();
        Map<PersonId, Person> kept = entities.createQuery("SELECT p FROM Person p WHERE p.id IN :ids", Person.class)
                .setParameter("ids", numbers)
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .getResultStream()
                .filter(LivePersons::isLive)
                .collect(Collectors.toMap(Person::id, person -> person));
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> Optional.ofNullable(kept.get(id))
                .orElseGet(() -> requireKept(id))));
    }

    /** Whoever answers for the person, neither merged nor deleted until the transaction ends. */
    Optional<Person> keep(Person person) {
        List<?> there = entities.createNativeQuery(KEEP)
                .setParameter(1, ChangeLog.array(List.of(person.id().value())))
                .getResultList();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        entities.refresh(person);
        return isLive(person) ? Optional.of(person) : find(person.id()).flatMap(this::keep);
    }

    /** Persons whom nobody else changes until the transaction ends, in the given order, each once. */
    List<Person> requireLocked(Collection<PersonId> ids) {
        List<Person> persons = ids.stream().map(this::require).distinct().toList();
        lock(persons);
        persons.stream().filter(person -> !isLive(person)).findFirst().ifPresent(person -> {
            throw new OptimisticLockException("Person " + person.id() + " was merged or deleted meanwhile");
        });
        return persons;
    }

    /** Always in the order of ids, so that two who lock the same persons do not wait for each other. */
    void lock(Collection<Person> persons) {
        var ids = persons.stream().map(person -> person.id().value()).toList();
        List<?> there = entities.createNativeQuery(LOCK)
                .setParameter(1, ChangeLog.array(ids))
                .getResultList();
        if (there.size() < persons.size()) {
            throw new OptimisticLockException("Some of the persons " + ids + " were purged meanwhile");
        }
        persons.forEach(entities::refresh);
    }

    Optional<Person> survivor(@Nullable Person person) {
        Person found = person;
        while (found != null && found.mergedInto().isPresent()) {
            found = entities.find(Person.class, found.mergedInto().get().value());
        }
        return Optional.ofNullable(found);
    }

    private static boolean isLive(Person person) {
        return person.mergedInto().isEmpty() && !person.isDeleted();
    }
}
