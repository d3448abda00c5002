package org.semblance.platform.ui;

import java.util.Arrays;
import java.util.Locale;

/**
 * What people come to the portal for. A view belongs to the group within whose range the order of its {@code @Menu} lies:
 * from 0 overview, from 100 recognition, from 200 surveillance, from 300 operations, from 400 administration.
 */
public enum NavigationGroup {
    OVERVIEW(0),
    RECOGNITION(100),
    SURVEILLANCE(200),
    OPERATIONS(300),
    ADMINISTRATION(400);

    private static final int RANGE = 100;

    private final int first;

    NavigationGroup(int first) {
        this.first = first;
    }

    /** The group of a view with that order. */
    public static NavigationGroup of(double order) {
        return Arrays.stream(values())
                .filter(group -> order >= group.first && order < group.first + RANGE)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The order " + order + " lies in no group of views"));
    }

    /** Key of the text that says what it is called. */
    String key() {
        return "group." + name().toLowerCase(Locale.ROOT);
    }
}
