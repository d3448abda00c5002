package org.semblance.bench.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of this thread and of the one process of the database that works for it, where Linux tells it. */
final class Cpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path backend;

    Cpu(long backend) {
        this.backend = Path.of("/proc/" + backend + "/schedstat");
    }

    long nanos() {
        return THREADS.getCurrentThreadCpuTime() + ofBackend();
    }

    private long ofBackend() {
        try {
            String text = Files.readString(backend);
            return Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (IOException e) {
            return 0;
        }
    }
}
