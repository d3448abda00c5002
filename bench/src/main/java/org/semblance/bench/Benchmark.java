package org.semblance.bench;

import java.io.PrintStream;

/** One table that can be asked for by name. */
@FunctionalInterface
interface Benchmark {
    void run(Options options, PrintStream out);
}
