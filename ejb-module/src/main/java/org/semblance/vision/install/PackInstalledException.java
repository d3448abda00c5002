package org.semblance.vision.install;

import org.semblance.platform.Problem;

/** A pack of that name is here already. */
public class PackInstalledException extends Problem {
    private static final long serialVersionUID = 1L;

    public PackInstalledException(String name) {
        super(
                Kind.CONFLICT,
                "model-pack-installed",
                "A model pack \"" + name
                        + "\" is installed already; remove it first, or give the new one another name");
        names(name);
    }
}
