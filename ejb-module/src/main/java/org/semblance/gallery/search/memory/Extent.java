package org.semblance.gallery.search.memory;

/** How large a gallery is, as one model sees it. */
public record Extent(Scope scope, long faces, int dimension) {}
