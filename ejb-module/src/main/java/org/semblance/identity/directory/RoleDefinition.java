package org.semblance.identity.directory;

import java.util.Set;
import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;

/** What a role of the company's own is called and allows. */
public record RoleDefinition(String name, String description, Set<String> permissions) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int LONGEST_DESCRIPTION = 500;

    public RoleDefinition {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "name", "The name of a role has up to 63 lower-case letters, digits and hyphens, a letter first");
        }
        description = description.strip();
        if (description.isEmpty() || description.length() > LONGEST_DESCRIPTION) {
            throw new InvalidInputException(
                    "description", "A description has 1 to " + LONGEST_DESCRIPTION + " characters");
        }
        permissions = Set.copyOf(permissions);
        for (String permission : permissions) {
            if (!Permissions.ALL.contains(permission)) {
                throw new InvalidInputException(
                        "permissions", "There is no permission '" + permission + "'; see GET /api/v1/permissions");
            }
        }
    }
}
