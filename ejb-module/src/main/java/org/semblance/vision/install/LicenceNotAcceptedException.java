package org.semblance.vision.install;

import org.semblance.platform.Problem;
import org.semblance.vision.pack.Licence;

/** The weights may not be used for everything, and nobody has yet said that this is understood. */
public class LicenceNotAcceptedException extends Problem {
    private static final long serialVersionUID = 1L;

    public LicenceNotAcceptedException(String pack, Licence licence) {
        super(
                Kind.CONFLICT,
                "licence-not-accepted",
                "The licence of model pack \"" + pack + "\" forbids some uses: " + licence.terms()
                        + (licence.url() == null ? "" : ", " + licence.url())
                        + ". Read it, and say that you accept it (accept_licence, or --accept-licence)");
        names(pack);
    }
}
