package org.semblance.identity.limits;

/** What a request takes out of its caller's units: looking at a photo is work, reading a row is not. */
public enum Cost {
    READ(1),
    CHANGE(2),
    RECOGNITION(10);

    private final int units;

    Cost(int units) {
        this.units = units;
    }

    public int units() {
        return units;
    }
}
