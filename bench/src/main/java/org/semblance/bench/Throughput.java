package org.semblance.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Pictures in a second with one caller and with two, in turns of half a second: bare and through the pipeline. Two
 * callers are compared with twice one bare caller.
 */
final class Throughput {
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final double BAR = 0.85;

    private final int rounds;
    private final List<Line> lines;

    /** Pictures to be worked on by a number of callers, and what was measured of it. */
    private record Line(
            String name, int callers, List<Work> pictures, List<Double> bySecond, List<Double> byCpuSecond) {
        Statistics clock() {
            return of(bySecond);
        }

        Statistics cpu() {
            return of(byCpuSecond);
        }

        private static Statistics of(List<Double> values) {
            return new Statistics(
                    values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    Throughput(int rounds, List<Work> bare, List<Work> pipeline) {
        this.rounds = rounds;
        this.lines = List.of(
                line("1 caller, bare", 1, bare),
                line("1 caller, pipeline", 1, pipeline),
                line("2 callers, bare", 2, bare),
                line("2 callers, pipeline", 2, pipeline));
    }

    private static Line line(String name, int callers, List<Work> pictures) {
        return new Line(name, callers, pictures, new ArrayList<>(), new ArrayList<>());
    }

    String run() {
        for (int round = -1; round < rounds; round++) {
            for (int turn = 0; turn < lines.size(); turn++) {
                var line = lines.get(Math.floorMod(round + turn, lines.size()));
                slice(line, round >= 0);
            }
        }
        return table();
    }

    private static void slice(Line line, boolean counts) {
        var callers = Executors.newFixedThreadPool(line.callers());
        long start = System.nanoTime();
        try {
            List<Future<long[]>> results = new ArrayList<>();
            for (int caller = 0; caller < line.callers(); caller++) {
                int first = caller * line.pictures().size() / 2;
                results.add(callers.submit(() -> call(line.pictures(), first, start + SLICE)));
            }
            long pictures = 0;
            long cpu = 0;
            for (var result : results) {
                pictures += result.get()[0];
                cpu += result.get()[1];
            }
            if (counts) {
                line.bySecond().add(pictures * 1e9 / (System.nanoTime() - start));
                line.byCpuSecond().add(pictures * 1e9 / cpu);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException(line.name() + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new BenchmarkException(line.name() + " failed: " + e.getCause(), e);
        } finally {
            callers.shutdown();
        }
    }

    /** Pictures that one caller was through with, and his processor time. */
    private static long[] call(List<Work> pictures, int first, long end) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long done = 0;
        for (int i = first; System.nanoTime() < end; i++) {
            if (pictures.get(i % pictures.size()).run() != null) {
                done++;
            }
        }
        return new long[] {done, threads.getCurrentThreadCpuTime() - before};
    }

    private String table() {
        var text = new StringBuilder(String.format(
                Locale.ROOT, "%-36s %10s %14s %14s%n", "pictures", "a second", "a CPU second", "to n x bare"));
        var one = lines.get(0);
        for (var line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-36s %10.1f %14.1f %14.2f%n",
                    line.name(),
                    line.clock().median(),
                    line.cpu().median(),
                    line.clock().median() / line.callers() / one.clock().median()));
        }
        var two = lines.get(3);
        double clock = two.clock().median() / 2 / one.clock().median();
        return text
                + String.format(
                        Locale.ROOT,
                        "%n2 callers: %.2f of twice one bare caller on the clock, %s the bar of %.2f; %.2f by CPU time%n",
                        clock,
                        clock >= BAR ? "within" : "BELOW",
                        BAR,
                        two.cpu().ratio(one.cpu()));
    }
}
