package org.semblance.identity.limits;

/**
 * What a bucket gave.
 *
 * @param units how many; 0 when there were too few
 * @param left how many are still in it
 * @param retryAfterSeconds when there will be enough; 0 when there were
 */
record Grant(long units, long left, int retryAfterSeconds) {}
