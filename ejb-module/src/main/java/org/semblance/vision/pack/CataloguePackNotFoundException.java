package org.semblance.vision.pack;

import java.util.List;
import org.semblance.platform.Problem;

/** The catalogue has no pack of that name. */
public class CataloguePackNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public CataloguePackNotFoundException(String name, List<String> known) {
        super(
                Kind.NOT_FOUND,
                "catalogue-pack-not-found",
                "The catalogue has no model pack \"" + name + "\"; it has " + String.join(", ", known));
        names(name);
    }
}
