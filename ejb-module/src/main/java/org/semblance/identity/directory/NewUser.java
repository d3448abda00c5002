package org.semblance.identity.directory;

import java.util.List;
import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;

/** A user to make. */
public record NewUser(String username, UserTraits traits, List<RoleGrant> roles) {
    /** No spaces and nothing that a log line, an address or a file name could stumble over. */
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,127}");

    public NewUser {
        username = username.strip();
        if (!USERNAME.matcher(username).matches()) {
            throw new InvalidInputException(
                    "username", "A user name has up to 128 letters, digits and . _ @ + -, a letter or digit first");
        }
        roles = List.copyOf(roles);
    }
}
