package org.semblance.vision.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.semblance.platform.Problem;
import org.semblance.vision.Photo;

/** Looks at every picture once, several at a time, and keeps nothing of them but the embeddings. */
final class Surveyor {
    private static final long PROGRESS_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final LabelledFaces faces;
    private final EvaluationOptions options;
    private final PrintStream progress;
    private final AtomicInteger next = new AtomicInteger();
    private final long start = System.nanoTime();
    private long told = start;

    Surveyor(LabelledFaces faces, EvaluationOptions options, PrintStream progress) {
        this.faces = faces;
        this.options = options;
        this.progress = progress;
    }

    Survey look(Pictures pictures) {
        var survey = new Survey(pictures);
        var workers = Executors.newFixedThreadPool(options.threads(), Surveyor::worker);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < options.threads(); i++) {
                running.add(workers.submit(() -> lookAtAll(pictures, survey)));
            }
            for (var worker : running) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new EvaluationException("The pictures could not all be looked at: " + e.getCause(), e);
        } finally {
            workers.shutdownNow();
        }
        survey.took((System.nanoTime() - start) / 1e9);
        return survey;
    }

    /** A thread that does not keep the program from ending. */
    private static Thread worker(Runnable work) {
        var thread = new Thread(work, "evaluation");
        thread.setDaemon(true);
        return thread;
    }

    private void lookAtAll(Pictures pictures, Survey survey) {
        for (int i = next.getAndIncrement();
                i < pictures.count() && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
            lookAt(i, pictures.name(i), survey);
            tell(i, pictures.count());
        }
    }

    private void lookAt(int number, String name, Survey survey) {
        try {
            Path file = options.images().resolve(name);
            if (Files.isRegularFile(file)) {
                survey.saw(number, faces.look(Photo.of(Files.readAllBytes(file))));
            }
        } catch (InvalidPathException e) {
            progress.println(name + " is no name of a file: " + e.getReason());
        } catch (IOException | Problem e) {
            survey.couldNotRead(number);
            progress.println(name + " cannot be read: " + e.getMessage());
        }
    }

    private synchronized void tell(int done, int all) {
        long now = System.nanoTime();
        if (now - told > PROGRESS_EVERY) {
            told = now;
            progress.printf(Locale.ROOT, "%d of %d pictures, %.0f a second%n", done, all, done * 1e9 / (now - start));
        }
    }
}
