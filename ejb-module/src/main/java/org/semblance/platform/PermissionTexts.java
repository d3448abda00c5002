package org.semblance.platform;

import java.util.ResourceBundle;

/** What each permission allows, for whoever puts roles together. */
public final class PermissionTexts {
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.semblance.platform.permissions", java.util.Locale.ROOT);

    private PermissionTexts() {}

    public static String of(String permission) {
        return TEXTS.getString(permission.replace(':', '.'));
    }
}
