package org.semblance.platform.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that the type of every problem points to explains every code that there is. */
class ProblemsPageTest {
    private static final Pattern CODE = Pattern.compile("\\bKind\\.[A-Z_]+,\\s*\"([a-z]+(-[a-z]+)*)\"");
    private static final Pattern ROW = Pattern.compile("<tr id=\"([a-z-]+)\">");
    private static final Path PAGE = Path.of("src/main/webapp/docs/problems/index.html");

    @Test
    void explains_every_code_of_the_features() {
        assertThat(codesInSources()).isNotEmpty();
        assertThat(explained()).containsAll(codesInSources());
    }

    @Test
    void explains_every_code_of_http_itself() {
        assertThat(explained())
                .containsAll(Arrays.stream(StandardProblem.values())
                        .map(StandardProblem::code)
                        .toList())
                .contains("changed-meanwhile", "database-unavailable", "invalid-input");
    }

    private static Set<String> explained() {
        return ROW.matcher(read(PAGE))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> codesInSources() {
        return Stream.of(Path.of("../ejb-module/src/main/java"), Path.of("src/main/java"))
                .flatMap(ProblemsPageTest::files)
                .filter(file -> file.toString().endsWith("Exception.java"))
                .flatMap(file -> CODE.matcher(read(file)).results())
                .map((MatchResult code) -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
