package org.semblance.bench.jobs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semblance.bench.BenchmarkException;

/** The same matrix product by NumPy and its BLAS, where Python has it. */
final class Numpy {
    private static final Path SCRIPT = Path.of("bench/matrix_product.py");
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private final PrintStream out;
    private final List<String> pythons;

    Numpy(PrintStream out, Optional<String> python) {
        this.out = out;
        this.pythons = python.map(List::of).orElse(PYTHONS);
    }

    /** How long it takes, in blocks of so many rows. */
    OptionalDouble seconds(int users, int block, int threads) {
        if (!Files.isReadable(SCRIPT)) {
            out.println("NumPy is not compared: " + SCRIPT + " is not in the working directory");
            return OptionalDouble.empty();
        }
        try {
            for (String python : pythons) {
                var answer = run(python, users, block, threads);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        } catch (IOException e) {
            throw new BenchmarkException("NumPy cannot be compared: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("NumPy was interrupted", e);
        }
        out.println("NumPy is not compared: no Python has it, see SEMBLANCE_BENCH_PYTHON");
        return OptionalDouble.empty();
    }

    private static OptionalDouble run(String python, int users, int block, int threads)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(python, SCRIPT.toString(), Integer.toString(users), Integer.toString(block))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        var process = builder.start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        return process.waitFor() == 0 ? OptionalDouble.of(Double.parseDouble(lines.get(0))) : OptionalDouble.empty();
    }
}
