package org.semblance.bench.search;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.semblance.bench.BenchmarkException;

/** The same search by FAISS, where Python has it. */
final class Faiss {
    private static final Path SCRIPT = Path.of("bench/faiss_search.py");
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private final PrintStream out;
    private final List<String> pythons;

    Faiss(PrintStream out, Optional<String> python) {
        this.out = out;
        this.pythons = python.map(List::of).orElse(PYTHONS);
    }

    void compare(LoadedGallery gallery, Finding memory, int probes) {
        if (!Files.isReadable(SCRIPT)) {
            out.println("FAISS is not compared: " + SCRIPT + " is not in the working directory");
            return;
        }
        try {
            Path faces = Files.createTempFile("semblance-bench", ".faces");
            Path asked = Files.createTempFile("semblance-bench", ".probes");
            try {
                write(faces, gallery.faces(), gallery::vector);
                write(asked, probes, i -> gallery.probe(i).values());
                print(run(faces, asked), memory, probes);
            } finally {
                Files.deleteIfExists(faces);
                Files.deleteIfExists(asked);
            }
        } catch (IOException e) {
            throw new BenchmarkException("FAISS cannot be compared: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("FAISS was interrupted", e);
        }
    }

    private List<String> run(Path faces, Path asked) throws IOException, InterruptedException {
        for (String python : pythons) {
            var command = List.of(python, SCRIPT.toString(), faces.toString(), asked.toString(), "graph");
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> lines;
            try (var reader = process.inputReader()) {
                lines = reader.lines().toList();
            }
            if (process.waitFor() == 0) {
                return lines;
            }
        }
        return List.of();
    }

    private void print(List<String> lines, Finding memory, int probes) {
        if (lines.isEmpty()) {
            out.println("FAISS is not compared: python3-faiss is not installed, or its run ended early");
        }
        List<String> exact = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            List<String> nearest = List.of(cells[5].split(",", -1));
            exact = exact.isEmpty() ? nearest : exact;
            int same = 0;
            for (int i = 0; i < probes; i++) {
                same += nearest.get(i).equals(exact.get(i)) ? 1 : 0;
            }
            double cpu = Double.parseDouble(cells[1]);
            out.printf(
                    Locale.ROOT,
                    "%-34s %7.3f %7s %9.3f %9s %9s %9s   memory takes %.2f of its CPU%n",
                    cells[0],
                    (double) same / probes,
                    "-",
                    cpu,
                    cells[2],
                    cells[3],
                    cells[4],
                    memory.cpuMillis() / cpu);
        }
    }

    /** Numbers of one vector. */
    @FunctionalInterface
    private interface Vectors {
        float[] get(int number);
    }

    private static void write(Path file, int count, Vectors vectors) throws IOException {
        try (var target = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < count; i++) {
                var bytes = ByteBuffer.allocate(4 * FaceVectors.DIMENSION).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(vectors.get(i));
                target.write(bytes.array());
            }
        }
    }
}
