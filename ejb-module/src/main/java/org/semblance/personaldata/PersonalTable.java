package org.semblance.personaldata;

/**
 * A table that holds something of persons, and which of its rows are somebody's.
 *
 * @param name with its schema where that is not {@code semblance}
 * @param where condition of SQL; {@code :persons}, {@code :faces}, {@code :files} and {@code :names} are arrays of the
 *     {@link Subject}
 */
public record PersonalTable(String name, String where) {}
