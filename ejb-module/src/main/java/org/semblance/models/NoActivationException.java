package org.semblance.models;

import org.semblance.platform.Problem;

/** Nobody has ever asked for a model pack: the configured one is in use. */
public class NoActivationException extends Problem {
    private static final long serialVersionUID = 1L;

    public NoActivationException() {
        super(
                Kind.NOT_FOUND,
                "activation-not-found",
                "Nobody has asked for a model pack yet; the one that semblance.models.active names is in use");
    }
}
