package org.semblance.vision.install;

/**
 * Who installs a pack, and whether they accept its licence should that forbid some uses.
 *
 * @param by user name, or who sat at the command line
 */
public record Acceptance(String by, boolean accepts) {}
