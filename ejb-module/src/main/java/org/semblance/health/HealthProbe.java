package org.semblance.health;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at one thing that the server needs; registers itself with the {@link HealthBoard}. */
public interface HealthProbe {

    /** Stable name, as it appears in the health report. */
    String name();

    /** Looks now; quick, and throws nothing. */
    Finding look();

    /**
     * What a probe found.
     *
     * @param isDegraded whether it is up, and somebody should look after it nevertheless
     * @param remarks what an operator needs to know
     */
    record Finding(boolean isUp, boolean isDegraded, List<Remark> remarks) {
        public Finding {
            remarks = List.copyOf(remarks);
        }

        public static Finding up(Remark... remarks) {
            return new Finding(true, false, Arrays.asList(remarks));
        }

        public static Finding degraded(Remark... remarks) {
            return new Finding(true, true, Arrays.asList(remarks));
        }

        public static Finding down(Remark... remarks) {
            return new Finding(false, false, Arrays.asList(remarks));
        }

        /** All of it in English. */
        public String detail() {
            return remarks.stream().map(Remark::english).collect(Collectors.joining("; "));
        }
    }
}
