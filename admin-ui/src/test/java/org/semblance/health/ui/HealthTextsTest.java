package org.semblance.health.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semblance.platform.ui.Translations;

import static org.assertj.core.api.Assertions.assertThat;

class HealthTextsTest {
    private static final Path PROBES = Path.of("../ejb-module/src/main/java");
    private static final Pattern CHECK = Pattern.compile("return HealthChecks\\.([A-Z_]+);");
    private static final Pattern REMARK = Pattern.compile("Remark(?:\\.of)?\\(\\s*\"([a-z-]+)\"");

    private final Translations texts = new Translations();

    @Test
    void everything_that_a_probe_says_has_a_text() throws IOException {
        List<String> said;
        try (var files = Files.walk(PROBES)) {
            said = files.filter(file -> file.toString().endsWith("Probe.java"))
                    .flatMap(HealthTextsTest::keys)
                    .toList();
        }

        assertThat(said).hasSizeGreaterThan(20);
        assertThat(said).allSatisfy(key -> assertThat(texts.getTranslation(key, Locale.GERMAN))
                .isNotEqualTo(key));
    }

    private static Stream<String> keys(Path probe) {
        String code = read(probe);
        return CHECK.matcher(code)
                .results()
                .flatMap(check -> REMARK.matcher(code).results().map(remark -> key(check, remark)));
    }

    private static String key(MatchResult check, MatchResult remark) {
        String name = check.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
        return "health.found." + name + "." + remark.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
