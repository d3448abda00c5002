package org.semblance.identity;

import org.semblance.platform.Problem;

/** The code does not confirm an authenticator app that waits for it. */
public class CodeWrongException extends Problem {
    private static final long serialVersionUID = 1L;

    public CodeWrongException() {
        super(
                Kind.REFUSED,
                "code-wrong",
                "There is no authenticator app set up with this code: check the clock of the device, or set it up again");
    }
}
