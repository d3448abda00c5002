package org.semblance.surveillance.unknown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When two unknown faces are one stranger's. */
@ApplicationScoped
public class UnknownSettings {
    private static final double MOST = 0.5;

    private final double groupingAbove;

    protected UnknownSettings() {
        this.groupingAbove = 0;
    }

    @Inject
    public UnknownSettings(
            @ConfigProperty(name = "semblance.surveillance.unknown.grouping-above", defaultValue = "0.0")
                    double groupingAbove) {
        this.groupingAbove = groupingAbove;
        if (!(groupingAbove >= -MOST && groupingAbove <= MOST)) {
            throw new IllegalArgumentException(
                    "semblance.surveillance.unknown.grouping-above lies between -0.5 and 0.5, not " + groupingAbove);
        }
    }

    /** By how much the similarity of two unknown faces must be above the threshold of their gallery. */
    public double groupingAbove() {
        return groupingAbove;
    }
}
