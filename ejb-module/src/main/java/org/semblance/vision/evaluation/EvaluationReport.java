package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.vision.FalseAcceptRate;

/** An evaluation as tables for people and as figures for programs. */
final class EvaluationReport {
    private static final List<Double> RATES =
            Arrays.stream(FalseAcceptRate.values()).map(FalseAcceptRate::rate).toList();
    private static final double STRANGERS_BAR = 1e-3;

    private final Evaluation evaluation;
    private final List<ReportTable> tables = new ArrayList<>();

    EvaluationReport(Evaluation evaluation) {
        this.evaluation = evaluation;
        tables.add(overview());
        tables.add(rates());
        tables.add(shipped());
        var identification = evaluation.identification();
        if (identification != null) {
            tables.add(identified(identification));
        }
    }

    private ReportTable overview() {
        var survey = evaluation.survey();
        var pairs = evaluation.pairs();
        int looked = survey.pictures() - survey.count(Survey.Fate.MISSING);
        double found = (double) survey.count(Survey.Fate.FOUND) / looked;
        var accuracy = pairs.accuracy();
        var table = new ReportTable(
                evaluation.pack().name() + " " + evaluation.pack().version(), "measured");
        table.line("pictures looked at", Figure.count("pictures", looked));
        table.line("pictures that are missing", Figure.count("pictures-missing", survey.count(Survey.Fate.MISSING)));
        table.line("unreadable pictures", Figure.count("pictures-unreadable", survey.count(Survey.Fate.UNREADABLE)));
        table.line("pictures with a face (detection rate)", Figure.share("detection-rate", found));
        table.line("pictures with several faces", Figure.count("pictures-with-several-faces", survey.crowded()));
        table.line("pictures a second", Figure.number("pictures-per-second", survey.picturesPerSecond(), 0));
        table.line(
                "pairs of the same person",
                Figure.count("pairs-same", pairs.similarities().samePairs()));
        table.line(
                "pairs of different people",
                Figure.count("pairs-different", pairs.similarities().differentPairs()));
        table.line("pairs with a face not found", Figure.count("pairs-incomplete", pairs.incomplete()));
        table.line("pairs with a missing picture (left out)", Figure.count("pairs-missing", pairs.missing()));
        table.line(
                "accuracy, complete pairs, 10 folds",
                Figure.share("accuracy", accuracy.complete())
                        .followedBy(String.format(Locale.ROOT, " ± %.2f", 100 * accuracy.standardError())));
        table.line("  its standard error", Figure.share("accuracy-standard-error", accuracy.standardError()));
        table.line("  with the mean threshold", Figure.number("accuracy-threshold", accuracy.threshold(), 3));
        table.line("  same and different weighing alike", Figure.share("accuracy-balanced", accuracy.balanced()));
        table.line("  faces not found counted as wrong", Figure.share("accuracy-all-pairs", accuracy.all()));
        table.line(
                "area under the curve",
                Figure.number("auc", pairs.similarities().areaUnderCurve(), 5));
        table.line("equal error rate", Figure.share("eer", pairs.similarities().equalErrorRate()));
        return table;
    }

    /** What each rate of false accepts costs. */
    private ReportTable rates() {
        var everyone = evaluation.everyone();
        if (everyone == null) {
            var table = new ReportTable("false accepts", "threshold", "true accepts");
            RATES.forEach(rate ->
                    table.line(name(rate), atRate("pairs", evaluation.pairs().similarities(), rate)));
            return table;
        }
        var table = new ReportTable(
                "false accepts", "threshold (pairs)", "true accepts (pairs)", "threshold (all)", "true accepts (all)");
        for (double rate : RATES) {
            var pairs = atRate("pairs", evaluation.pairs().similarities(), rate);
            var all = atRate("all", everyone, rate);
            table.line(name(rate), pairs[0], pairs[1], all[0], all[1]);
        }
        table.line(
                "compared, different and same",
                Figure.count(
                        "pairs-compared-different",
                        evaluation.pairs().similarities().differentPairs()),
                Figure.count(
                        "pairs-compared-same", evaluation.pairs().similarities().samePairs()),
                Figure.count("all-compared-different", everyone.differentPairs()),
                Figure.count("all-compared-same", everyone.samePairs()));
        return table;
    }

    private static Figure[] atRate(String prefix, Similarities similarities, double rate) {
        double threshold = similarities.thresholdFor(rate);
        double accepted = Double.isNaN(threshold) ? Double.NaN : similarities.trueAccepts(threshold);
        return new Figure[] {
            Figure.number(prefix + "-threshold-at-" + name(rate), threshold, 3),
            Figure.share(prefix + "-true-accepts-at-" + name(rate), accepted)
        };
    }

    /** What the thresholds in the pack's manifest do. */
    private ReportTable shipped() {
        var table = new ReportTable(
                "threshold of the pack",
                "value",
                "false accepts",
                "true accepts",
                "false accepts (all)",
                "true accepts (all)");
        var nobody = new Similarities();
        var everyone = evaluation.everyone() == null ? nobody : evaluation.everyone();
        for (double rate : RATES) {
            double threshold = shippedThreshold(rate);
            var pairs = evaluation.pairs().similarities();
            table.line(
                    name(rate),
                    Figure.number("shipped-" + name(rate), threshold, 3),
                    Figure.smallShare("shipped-" + name(rate) + "-false-accepts", pairs.falseAccepts(threshold)),
                    Figure.share("shipped-" + name(rate) + "-true-accepts", pairs.trueAccepts(threshold)),
                    Figure.smallShare("shipped-" + name(rate) + "-all-false-accepts", everyone.falseAccepts(threshold)),
                    Figure.share("shipped-" + name(rate) + "-all-true-accepts", everyone.trueAccepts(threshold)));
        }
        return table;
    }

    private ReportTable identified(Identification identification) {
        var table =
                new ReportTable("identification", "threshold", "known people found", "strangers taken for somebody");
        table.line(
                "nearest picture (rank 1)",
                Figure.number("rank-1-threshold", Double.NaN, 3),
                Figure.share("rank-1", identification.rankOne()),
                Figure.share("rank-1-strangers", Double.NaN));
        for (double rate : RATES) {
            identifiedAt(
                    table, "threshold of the pack, " + name(rate), "identified-" + name(rate), shippedThreshold(rate));
        }
        double needed = identification.thresholdFor(STRANGERS_BAR);
        if (!Double.isNaN(needed)) {
            identifiedAt(table, "what takes one stranger in 1,000", "identified-needed", needed);
        }
        table.line(
                "counted",
                Figure.count("enrolled", identification.enrolled()).followedBy(" enrolled"),
                Figure.count("known-probes", identification.known()),
                Figure.count("stranger-probes", identification.strangers()));
        return table;
    }

    private void identifiedAt(ReportTable table, String label, String key, double threshold) {
        var identification = evaluation.identification();
        if (identification != null) {
            table.line(
                    label,
                    Figure.number(key + "-threshold", threshold, 3),
                    Figure.share(key + "-known-found", identification.found(threshold)),
                    Figure.share(key + "-strangers-taken", identification.falselyIdentified(threshold)));
        }
    }

    private double shippedThreshold(double rate) {
        return thresholds().getOrDefault(rate, Double.NaN);
    }

    /** The thresholds in the pack's manifest, by the rate of false accepts that they promise. */
    Map<Double, Double> thresholds() {
        return evaluation.pack().thresholds().measured().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().rate(), Map.Entry::getValue));
    }

    private static String name(double rate) {
        return "1e-" + Math.round(-Math.log10(rate));
    }

    List<Figure> figures() {
        return tables.stream().flatMap(table -> table.figures().stream()).toList();
    }

    @Override
    public String toString() {
        return String.join(
                System.lineSeparator(),
                tables.stream().map(ReportTable::toString).toList());
    }
}
