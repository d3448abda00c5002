package org.semblance.personaldata;

import java.util.List;

/** What one context holds of persons. Every implementation is found by itself; a test compares them with the schema. */
public interface PersonalData {

    /** What reports call the context. */
    String context();

    /** Where it holds something; subject access reads it there, and an erasure counts there before and after. */
    List<PersonalTable> tables();

    /** Removes all of it in transactions of its own. May have been cut short before: does what is left to do. */
    void erase(Subject subject);

    /** Whether it must wait until all others are done: the bytes after the rows that name them. */
    default boolean isLast() {
        return false;
    }
}
