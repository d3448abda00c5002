package org.semblance.identity.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.semblance.platform.Permissions;

/** What permissions are about; each belongs to one group by what comes before its colon. */
enum PermissionGroup {
    RECOGNITION("vision", "search", "score"),
    PERSONS("gallery", "person"),
    SURVEILLANCE("camera", "event", "unknown", "access"),
    OPERATIONS("job", "metrics", "model", "retention"),
    PRIVACY("consent", "hold", "privacy", "erasure"),
    ADMINISTRATION("user", "role", "apikey", "signing-key", "webhook", "audit");

    /** With a space before and after each. */
    private final String features;

    PermissionGroup(String... features) {
        this.features = " " + String.join(" ", features) + " ";
    }

    static PermissionGroup of(String permission) {
        String feature = " " + permission.substring(0, permission.indexOf(':')) + " ";
        return Arrays.stream(values())
                .filter(group -> group.features.contains(feature))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(permission + " belongs to no group"));
    }

    /** Its permissions, in the order in which people should see them. */
    List<String> permissions() {
        return Permissions.ALL.stream()
                .filter(permission -> of(permission) == this)
                .toList();
    }

    /** Key of the text that says what it is called. */
    String key() {
        return "permission-group." + name().toLowerCase(Locale.ROOT);
    }

    /** Key of the text that says what a permission allows. */
    static String key(String permission) {
        return "permission." + permission.replace(':', '.');
    }
}
