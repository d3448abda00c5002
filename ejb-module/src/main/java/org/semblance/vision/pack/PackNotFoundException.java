package org.semblance.vision.pack;

import org.semblance.platform.Problem;

/** No pack of that name is installed. */
public class PackNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public PackNotFoundException(String name) {
        super(
                Kind.NOT_FOUND,
                "model-pack-not-found",
                "No model pack \"" + name + "\" is installed; install it or name another");
        names(name);
    }
}
