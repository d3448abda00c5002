package org.semblance.platform.ui;

/**
 * A number beside a view in the navigation: how much there waits for the user. A feature registers one by having a bean of
 * this type. Whoever lacks the permission is not told, and nothing is shown while there is nothing to do.
 */
public interface NavigationBadge {

    /** Where the view is that it stands beside. */
    String path();

    /** Who may know. */
    String permission();

    /** How much waits, by one cheap query. */
    long count();

    /** How urgent it is. */
    Badge.Tone tone();

    /** Key of the text that says what was counted, with the number as its parameter. */
    String label();

    /** The channel of the database over which is announced that the number may have changed. */
    String channel();
}
