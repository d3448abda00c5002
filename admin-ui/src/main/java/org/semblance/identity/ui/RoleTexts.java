package org.semblance.identity.ui;

import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.ui.Codes;

/** What roles are for: built-in ones in the user's language, others as they were described. */
final class RoleTexts {
    private static final String PURPOSE = "role.purpose.";

    private RoleTexts() {}

    static String purpose(RoleSummary role) {
        String text = Codes.of(PURPOSE, role.name());
        return !role.isBuiltIn() || text.equals(role.name()) ? role.description() : text;
    }
}
