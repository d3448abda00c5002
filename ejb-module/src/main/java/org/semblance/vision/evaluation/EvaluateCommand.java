package org.semblance.vision.evaluation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.semblance.platform.Problem;
import org.semblance.vision.onnx.InferenceException;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.pack.ModelPacks;

/** The command {@code models evaluate}: measures a model pack on labelled pictures and prints what came out. */
public final class EvaluateCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int MOST_NAMES_TOLD = 20;

    private final EvaluationOptions options;
    private final PrintStream out;
    private final PrintStream errors;

    private EvaluateCommand(EvaluationOptions options, PrintStream out, PrintStream errors) {
        this.options = options;
        this.out = out;
        this.errors = errors;
    }

    /**
     * Does what the arguments ask for; tables go to the one stream, progress and refusals to the other.
     *
     * @param arguments name of a pack and options
     * @param modelsDirectory that holds the pack
     * @return code to end the program with: 0 done, 1 impossible, 2 misused
     */
    public static int run(List<String> arguments, Path modelsDirectory, PrintStream out, PrintStream errors) {
        if (arguments.contains("--help")) {
            out.print(EvaluationOptions.USAGE);
            return DONE;
        }
        EvaluationOptions options;
        try {
            options = EvaluationOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.println(EvaluationOptions.USAGE);
            return MISUSED;
        }
        try {
            new EvaluateCommand(options, out, errors).run(new ModelPacks(modelsDirectory).require(options.pack()));
            return DONE;
        } catch (EvaluationException | Problem | InferenceException | LinkageError e) {
            // A linkage error is a machine on which the native library does not run.
            errors.println(e.getMessage());
            return FAILED;
        }
    }

    private void run(ModelPack pack) {
        var pictures = new Pictures();
        var pairs = LabelledPair.read(options.pairs(), pictures);
        List<LabelledPerson> people = new ArrayList<>();
        options.identities().ifPresent(file -> people.addAll(LabelledPerson.read(file, pictures)));
        Survey survey;
        try (var faces = LabelledFaces.open(pack, options)) {
            survey = new Surveyor(faces, options, errors).look(pictures);
        }
        tellNames(survey);
        if (survey.count(Survey.Fate.MISSING) == pictures.count()) {
            throw new EvaluationException("None of the " + pictures.count() + " pictures is in " + options.images()
                    + "; give --images the" + " directory that their names are relative to");
        }
        var evaluation = Evaluation.of(pack, survey, pairs, people);
        var report = new EvaluationReport(evaluation);
        out.println(report);
        out.println("Where several faces are found, the one nearest to the middle, in its own size, is taken.");
        options.csv().ifPresent(file -> ReportFiles.csv(file, report.figures()));
        options.json().ifPresent(file -> ReportFiles.json(file, report.figures()));
        options.roc().ifPresent(file -> draw(file, evaluation, report));
    }

    private void tellNames(Survey survey) {
        tellNames("missing", survey.names(Survey.Fate.MISSING));
        tellNames("unreadable", survey.names(Survey.Fate.UNREADABLE));
        tellNames("without a face", survey.names(Survey.Fate.NO_FACE));
    }

    private void tellNames(String what, List<String> names) {
        if (!names.isEmpty()) {
            int more = names.size() - MOST_NAMES_TOLD;
            String told = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES_TOLD)));
            errors.println(
                    names.size() + " pictures " + what + ": " + told + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private void draw(Path file, Evaluation evaluation, EvaluationReport report) {
        try {
            ReportFiles.png(file, RocPicture.draw(evaluation, report.thresholds()));
        } catch (EvaluationException e) {
            throw e;
        } catch (RuntimeException | InternalError | LinkageError e) {
            // Java draws text only with the fonts of the machine, and says so in many ways.
            throw new EvaluationException(
                    file + " cannot be drawn, most likely for want of fonts; install some, or leave out --roc: " + e,
                    e);
        }
    }
}
