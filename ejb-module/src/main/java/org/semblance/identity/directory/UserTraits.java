package org.semblance.identity.directory;

import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * What an administrator says of a user.
 *
 * @param departmentId where they belong; null for nowhere in particular
 * @param isActive whether they may sign in
 */
public record UserTraits(
        String displayName,
        @Nullable String email,
        @Nullable Long departmentId,
        boolean isActive) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;

    public UserTraits {
        displayName = displayName.strip();
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            throw new InvalidInputException("display_name", "A name has 1 to " + LONGEST_NAME + " characters");
        }
        if (email != null) {
            email = email.strip();
            int at = email.indexOf('@');
            if (email.length() > LONGEST_EMAIL || at < 1 || at == email.length() - 1 || email.contains(" ")) {
                throw new InvalidInputException("email", "An e-mail address looks like ada@example.org");
            }
        }
    }
}
