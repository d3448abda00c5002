package org.semblance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A printed table: groups of lines, each compared with the bare line and the pipeline line of its own group. */
final class Table {
    private final StringBuilder text = new StringBuilder();
    private final List<String> verdicts = new ArrayList<>();
    private final Role judged;
    private final Role against;
    private final double bar;

    /**
     * @param judged the lines that must keep the bar
     * @param against the line that they are compared with
     * @param bar the largest ratio of the two that is wanted
     */
    Table(Role judged, Role against, double bar) {
        this.judged = judged;
        this.against = against;
        this.bar = bar;
        line("", "median ms", "p95 ms", "CPU ms", "to bare", "CPU", "to pipeline");
    }

    void add(List<Measurement> group) {
        var bare = find(group, Role.BARE);
        var pipeline = find(group, Role.PIPELINE);
        for (Measurement measurement : group) {
            boolean here = measurement.contender().role() != Role.API;
            line(
                    indent(measurement.contender()),
                    number(measurement.wall().median()),
                    number(measurement.wall().percentile(95)),
                    here ? number(measurement.cpu().median()) : "-",
                    bare.map(base -> ratio(measurement.wall(), base.wall())).orElse("-"),
                    here
                            ? bare.map(base -> ratio(measurement.cpu(), base.cpu()))
                                    .orElse("-")
                            : "-",
                    here
                            ? "-"
                            : pipeline.map(base -> ratio(measurement.wall(), base.wall()))
                                    .orElse("-"));
            if (measurement.contender().role() == judged) {
                find(group, against).ifPresent(base -> judge(measurement, base));
            }
        }
    }

    private void judge(Measurement measurement, Measurement base) {
        double ratio = measurement.wall().ratio(base.wall());
        verdicts.add(String.format(
                Locale.ROOT,
                "%s: %.2f times %s, %s the bar of %.2f",
                measurement.contender().name(),
                ratio,
                base.contender().name(),
                ratio <= bar ? "within" : "ABOVE",
                bar));
    }

    private static Optional<Measurement> find(List<Measurement> group, Role role) {
        return group.stream()
                .filter(measurement -> measurement.contender().role() == role)
                .findFirst();
    }

    private static String indent(Contender contender) {
        return (contender.role() == Role.PART ? "    of it: " : "") + contender.name();
    }

    private static String ratio(Statistics measured, Statistics base) {
        return number(measured.ratio(base));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void line(Object... cells) {
        text.append(String.format(Locale.ROOT, "%-36s %10s %10s %10s %8s %8s %12s%n", cells));
    }

    /** The table, and below it a verdict on every line that has a bar to keep. */
    @Override
    public String toString() {
        return text + System.lineSeparator() + String.join(System.lineSeparator(), verdicts);
    }
}
