package org.semblance.identity;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a permission holds.
 *
 * @param everywhere whether it holds in every gallery, and for what belongs to none
 * @param galleries otherwise the ids of the galleries in which it holds
 */
public record Scope(boolean everywhere, Set<Long> galleries) implements Serializable {
    public static final Scope EVERYWHERE = new Scope(true, Set.of());
    public static final Scope NOWHERE = new Scope(false, Set.of());

    public Scope {
        galleries = everywhere ? Set.of() : Set.copyOf(galleries);
    }

    public static Scope of(Set<Long> galleries) {
        return new Scope(false, galleries);
    }

    public boolean includes(long gallery) {
        return everywhere || galleries.contains(gallery);
    }

    public boolean includes(Scope other) {
        return everywhere || (!other.everywhere && galleries.containsAll(other.galleries));
    }

    public boolean isNowhere() {
        return !everywhere && galleries.isEmpty();
    }

    /** Where this or the other holds. */
    public Scope or(Scope other) {
        if (everywhere || other.everywhere) {
            return EVERYWHERE;
        }
        var all = new HashSet<>(galleries);
        all.addAll(other.galleries);
        return of(all);
    }

    /** Where both hold. */
    public Scope and(Scope other) {
        if (everywhere) {
            return other;
        }
        if (other.everywhere) {
            return this;
        }
        var common = new HashSet<>(galleries);
        common.retainAll(other.galleries);
        return of(common);
    }
}
