package org.semblance.vision.analysis;

import java.util.Optional;

/** Which pack somebody chose to use; none when nobody has, and then the configured one is used. */
@FunctionalInterface
public interface PackChoice {
    Optional<String> pack();
}
