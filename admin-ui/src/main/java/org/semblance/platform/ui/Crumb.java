package org.semblance.platform.ui;

/**
 * A step on the way to a view.
 *
 * @param address within the portal
 */
public record Crumb(String text, String address) {}
