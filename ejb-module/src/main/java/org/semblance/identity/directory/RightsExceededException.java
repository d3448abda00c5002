package org.semblance.identity.directory;

import java.util.Collection;
import org.semblance.platform.Problem;

/** Somebody wants to give, take or touch rights that they do not have themselves. */
public class RightsExceededException extends Problem {
    private static final long serialVersionUID = 1L;

    public RightsExceededException(Collection<String> permissions) {
        super(
                Kind.FORBIDDEN,
                "rights-exceeded",
                "This concerns rights that you do not have, or not as widely: "
                        + String.join(", ", permissions.stream().sorted().toList()));
    }
}
