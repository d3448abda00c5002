package org.semblance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends mutated pictures through the whole analysis, in a Java of its own with little memory, guided by the code that they
 * reach. Not a measurement: it fails when anything is found.
 */
final class FuzzBenchmark implements Benchmark {
    private static final String HEAP = "-Xmx300m";
    private static final int SECONDS_FOR_ONE_PICTURE = 20;
    private static final int MOST_BYTES = 65_536;
    private static final int MOST_RESIDENT_MEBIBYTES = 2_000;
    private static final int MOST_FINDINGS = 10;

    @Override
    public void run(Options options, PrintStream out) {
        var checkout = Checkout.find();
        try {
            var work = Files.createTempDirectory("semblance-fuzz-");
            var temporary = Files.createDirectories(work.resolve("tmp"));
            var words = FuzzSeeds.write(checkout.pictures().get(0), work.resolve("seeds"));
            out.println(options.minutes() + " minutes; seeds, corpus and findings in " + work);
            int code = new ProcessBuilder(command(options, work, words))
                    .redirectErrorStream(true)
                    .inheritIO()
                    .start()
                    .waitFor();
            var findings = list(work, "findings-");
            out.println("Findings: " + (findings.isEmpty() ? "none" : findings));
            out.println("Temporary files left: " + list(temporary, ""));
            if (code != 0 || !findings.isEmpty()) {
                throw new BenchmarkException("The fuzzer ended with " + code + " and " + findings.size()
                        + " findings; they are kept in " + work);
            }
        } catch (IOException e) {
            throw new BenchmarkException("The fuzzer does not run: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The fuzzer was interrupted", e);
        }
    }

    private static List<String> command(Options options, Path work, Path words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Djava.io.tmpdir=" + work.resolve("tmp"),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + PhotoTarget.class.getName(),
                "--instrumentation_includes=org.semblance.vision.**:com.twelvemonkeys.**:com.sun.imageio.plugins.**",
                "--custom_hook_excludes=**",
                "--keep_going=" + MOST_FINDINGS,
                "--reproducer_path=" + work,
                "-artifact_prefix=" + work.resolve("findings-"),
                "-max_total_time=" + 60 * options.minutes(),
                "-timeout=" + SECONDS_FOR_ONE_PICTURE,
                "-report_slow_units=" + SECONDS_FOR_ONE_PICTURE,
                "-rss_limit_mb=" + MOST_RESIDENT_MEBIBYTES,
                "-max_len=" + MOST_BYTES,
                "-dict=" + words,
                "-print_final_stats=1"));
        command.add(Files.createDirectories(work.resolve("corpus")).toString());
        command.add(work.resolve("seeds").toString());
        options.seeds().ifPresent(command::add);
        return command;
    }

    private static List<String> list(Path directory, String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
