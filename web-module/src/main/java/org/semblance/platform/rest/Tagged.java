package org.semblance.platform.rest;

/** An answer that a caller may keep as long as its tag stays the same. */
public interface Tagged {

    /** The version of the thing first, then after hyphens whatever else the answer depends on. */
    String entityTag();
}
