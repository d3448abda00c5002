package org.semblance.platform.ui;

/**
 * Keys that do something on a page.
 *
 * @param keys as people know them, in the order in which they are pressed
 * @param text key of the text that says what they do
 */
public record Shortcut(String keys, String text) {}
