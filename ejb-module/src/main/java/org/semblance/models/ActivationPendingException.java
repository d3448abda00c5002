package org.semblance.models;

import org.semblance.platform.Problem;

/** Another pack is about to come into use. */
public class ActivationPendingException extends Problem {
    private static final long serialVersionUID = 1L;

    public ActivationPendingException(String pack, Throwable cause) {
        super(
                Kind.CONFLICT,
                "activation-pending",
                "Model pack \"" + pack + "\" is about to come into use; wait until it is, or stop its job",
                cause);
        names(pack);
    }
}
