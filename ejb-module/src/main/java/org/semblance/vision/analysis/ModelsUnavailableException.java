package org.semblance.vision.analysis;

import org.semblance.platform.Problem;

/** No model is loaded, so nothing can be found in any photo until an operator has mended the active pack. */
public class ModelsUnavailableException extends Problem {
    private static final long serialVersionUID = 1L;

    public ModelsUnavailableException(String reason) {
        super(
                Kind.UNAVAILABLE,
                "models-unavailable",
                "No face models are loaded: " + reason + ". Mend or change the active model pack and restart");
        names(reason);
    }
}
