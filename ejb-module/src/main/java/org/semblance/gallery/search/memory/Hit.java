package org.semblance.gallery.search.memory;

/**
 * A face found in memory.
 *
 * @param person whose face it is; 0 while unknown
 * @param similarity cosine of the angle to the probe
 * @param faces how many faces of the person there are
 */
public record Hit(long face, long person, double similarity, int faces) {}
