package org.semblance.models;

import org.semblance.platform.Problem;

/** A pack that is needed cannot be removed. */
public class PackInUseException extends Problem {
    private static final long serialVersionUID = 1L;

    public PackInUseException(String pack) {
        super(
                Kind.CONFLICT,
                "model-pack-in-use",
                "Model pack \"" + pack + "\" is in use or about to be; activate another one first");
        names(pack);
    }
}
