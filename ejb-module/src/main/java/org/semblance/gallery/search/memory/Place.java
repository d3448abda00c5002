package org.semblance.gallery.search.memory;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A gallery's place in memory, from the day it was asked for until it is dropped. */
final class Place {
    private final Extent extent;
    private final boolean withVectors;
    private Set<Long> pending = new HashSet<>();
    private boolean isDropped;
    private volatile @Nullable Segment ready;
    private volatile long loaded;
    private volatile long usedAt = System.nanoTime();

    Place(Extent extent, boolean withVectors) {
        this.extent = extent;
        this.withVectors = withVectors;
    }

    Extent extent() {
        return extent;
    }

    boolean withVectors() {
        return withVectors;
    }

    @Nullable
    Segment ready() {
        return ready;
    }

    long usedAt() {
        return usedAt;
    }

    void use() {
        usedAt = System.nanoTime();
    }

    /** What it takes, or will take when it is loaded. */
    long bytes() {
        var segment = ready;
        return segment != null
                ? segment.bytes()
                : extent.faces() * Segment.bytesPerFace(extent.dimension(), withVectors);
    }

    void progress(int faces) {
        loaded += faces;
    }

    /** The share that has been read, 0 to 1. */
    double progress() {
        return ready != null || extent.faces() == 0 ? 1 : Math.min(1, (double) loaded / extent.faces());
    }

    /** Remembers changes while it is loading; false when it is loaded and they are the caller's to apply. */
    synchronized boolean postpones(Collection<Long> faces) {
        if (ready != null) {
            return false;
        }
        pending.addAll(faces);
        return true;
    }

    /** What changed while it was loading; nothing makes it ready. */
    synchronized Set<Long> takePendingOrReady(Segment segment) {
        Set<Long> taken = pending;
        pending = new HashSet<>();
        if (taken.isEmpty()) {
            ready = segment;
        }
        return taken;
    }

    synchronized void drop() {
        isDropped = true;
    }

    synchronized boolean isDropped() {
        return isDropped;
    }
}
