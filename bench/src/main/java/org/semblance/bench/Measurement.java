package org.semblance.bench;

/**
 * What was measured of one contender.
 *
 * @param wall milliseconds on the clock
 * @param cpu milliseconds of processor time of the calling thread, which is all of it unless a server does the work
 */
record Measurement(Contender contender, Statistics wall, Statistics cpu) {}
