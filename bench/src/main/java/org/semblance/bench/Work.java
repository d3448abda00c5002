package org.semblance.bench;

/** Something whose time is taken. */
@FunctionalInterface
interface Work {

    /** Does it once; what it returns is looked at, so that no compiler leaves it out. */
    Object run() throws Exception;
}
