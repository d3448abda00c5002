package org.semblance.surveillance.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Problem;
import org.semblance.surveillance.unknown.StrangerId;

/** Sorts targets into those to which something is to be done, those to which it has been done, and those refused. */
final class Sorted {
    private final Chosen chosen;
    private final Map<FaceId, TargetRow> todo = new LinkedHashMap<>();
    private final Set<FaceId> done = new LinkedHashSet<>();
    private final Set<StrangerId> strangers = new LinkedHashSet<>();
    private final List<Refusal> refused;

    private Sorted(Chosen chosen) {
        this.chosen = chosen;
        this.refused = new ArrayList<>(chosen.missing());
    }

    /**
     * Takes faces that wait.
     *
     * @param isDone whether it has been done to a face before
     * @param isDoneTo whether it has been done to a stranger before
     */
    static Sorted waiting(Chosen chosen, Predicate<TargetRow> isDone, Predicate<TargetStranger> isDoneTo) {
        var sorted = new Sorted(chosen);
        for (TargetRow row : chosen.namedFaces()) {
            if (row.isNew()) {
                sorted.todo.put(row.face(), row);
            } else if (isDone.test(row)) {
                sorted.done.add(row.face());
            } else {
                sorted.refused.add(Refusal.of(row.face(), row.decided()));
            }
        }
        for (TargetStranger stranger : chosen.namedStrangers()) {
            sorted.takeWaiting(stranger, isDoneTo);
        }
        return sorted;
    }

    private void takeWaiting(TargetStranger stranger, Predicate<TargetStranger> isDoneTo) {
        if (isDoneTo.test(stranger)) {
            strangers.add(stranger.id());
        } else if (stranger.isOpen()) {
            strangers.add(stranger.id());
            chosen.of(stranger).stream().filter(TargetRow::isNew).forEach(row -> todo.put(row.face(), row));
        } else {
            refused.add(Refusal.of(stranger.id(), stranger.decided()));
        }
    }

    /** Takes what a condition holds for, whatever was decided before. */
    static Sorted all(Chosen chosen, Predicate<TargetRow> condition) {
        var sorted = new Sorted(chosen);
        chosen.namedFaces().forEach(row -> {
            if (condition.test(row)) {
                sorted.todo.put(row.face(), row);
            } else {
                sorted.refused.add(Refusal.of(row.face(), row.decided()));
            }
        });
        chosen.namedStrangers().forEach(stranger -> {
            sorted.strangers.add(stranger.id());
            chosen.of(stranger).stream().filter(condition).forEach(row -> sorted.todo.put(row.face(), row));
        });
        return sorted;
    }

    /** Refuses those to which it cannot be done. */
    void refuse(Function<TargetRow, @Nullable Problem> judge) {
        List.copyOf(todo.values()).forEach(row -> {
            Problem problem = judge.apply(row);
            if (problem != null) {
                todo.remove(row.face());
                refused.add(Refusal.of(row.face(), problem));
            }
        });
    }

    /** Strangers mean their faces, where it is done to faces; one of whom none is left to do it to is refused. */
    void requireFacesOfStrangers() {
        for (TargetStranger stranger : chosen.namedStrangers()) {
            boolean isServed = chosen.of(stranger).stream().anyMatch(row -> todo.containsKey(row.face()));
            boolean isRefused = refused.stream().anyMatch(refusal -> chosen.of(stranger).stream()
                    .anyMatch(row -> row.face().equals(refusal.face())));
            if (stranger.isOpen() && !isServed && strangers.remove(stranger.id()) && !isRefused) {
                refused.add(Refusal.of(stranger.id(), new NothingWaitsException(stranger.id())));
            }
        }
    }

    List<TargetRow> todo() {
        return List.copyOf(todo.values());
    }

    List<FaceId> faces() {
        return List.copyOf(todo.keySet());
    }

    List<StrangerId> strangers() {
        return List.copyOf(strangers);
    }

    /** Throws why, when it was done to nothing at all. */
    Outcome outcome(@Nullable PersonId person) {
        var faces = new ArrayList<>(todo.keySet());
        faces.addAll(done);
        if (faces.isEmpty() && strangers.isEmpty() && !refused.isEmpty()) {
            throw refused.get(0).problem();
        }
        return new Outcome(faces, strangers(), refused, person);
    }
}
