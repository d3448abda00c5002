package org.semblance.vision;

import java.util.Arrays;
import java.util.Optional;

/** How often two different people may be taken for one: the choice between knowing many and mistaking none. */
public enum FalseAcceptRate {
    ONE_IN_HUNDRED(1e-2, "1e-2"),
    ONE_IN_THOUSAND(1e-3, "1e-3"),
    ONE_IN_TEN_THOUSAND(1e-4, "1e-4"),
    ONE_IN_HUNDRED_THOUSAND(1e-5, "1e-5"),
    ONE_IN_A_MILLION(1e-6, "1e-6");

    private final double rate;
    private final String code;

    FalseAcceptRate(double rate, String code) {
        this.rate = rate;
        this.code = code;
    }

    public double rate() {
        return rate;
    }

    /** As in a pack's manifest: {@code 1e-4}. */
    public String code() {
        return code;
    }

    public static Optional<FalseAcceptRate> of(double rate) {
        return Arrays.stream(values())
                .filter(known -> Math.abs(known.rate - rate) < known.rate / 100)
                .findFirst();
    }
}
