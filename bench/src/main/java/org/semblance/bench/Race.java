package org.semblance.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs contenders in turns, round by round, so that whatever slows the machine down slows all of them; every round
 * begins with another one. Only one thing runs at a time.
 */
final class Race {
    private static final double NANOS_PER_MILLI = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int warmUpRounds;
    private final int rounds;
    private int seen;

    Race(int warmUpRounds, int rounds) {
        this.warmUpRounds = warmUpRounds;
        this.rounds = rounds;
    }

    List<Measurement> run(List<Contender> contenders) {
        double[][] wall = new double[contenders.size()][rounds];
        double[][] cpu = new double[contenders.size()][rounds];
        for (int round = -warmUpRounds; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                int i = Math.floorMod(round + turn, contenders.size());
                long cpuBefore = threads.getCurrentThreadCpuTime();
                long before = System.nanoTime();
                runOnce(contenders.get(i));
                long after = System.nanoTime();
                if (round >= 0) {
                    wall[i][round] = (after - before) / NANOS_PER_MILLI;
                    cpu[i][round] = (threads.getCurrentThreadCpuTime() - cpuBefore) / NANOS_PER_MILLI;
                }
            }
        }
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            measurements.add(new Measurement(contenders.get(i), new Statistics(wall[i]), new Statistics(cpu[i])));
        }
        return measurements;
    }

    private void runOnce(Contender contender) {
        try {
            seen += System.identityHashCode(contender.work().run());
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException(contender.name() + " was interrupted", e);
        } catch (Exception e) {
            throw new BenchmarkException(contender.name() + " failed: " + e.getMessage(), e);
        }
    }

    /** Changes with every run; keeps the results in use. */
    int seen() {
        return seen;
    }
}
