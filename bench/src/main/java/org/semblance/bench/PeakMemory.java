package org.semblance.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The most memory that this process has ever taken; only meaningful before anything but the pipeline has run. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MEBIBYTE = 1024 * 1024;

    private PeakMemory() {}

    /** Forgets the peak of the heap, not that of the process, which nobody can. */
    static void reset() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static String told(String when) {
        long heap = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return String.format(
                Locale.ROOT,
                "%-36s heap at most %.0f MiB of %.0f, whole process at most %s",
                when,
                heap / MEBIBYTE,
                Runtime.getRuntime().maxMemory() / MEBIBYTE,
                process());
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Linux counts the highest resident set. */
    private static String process() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
