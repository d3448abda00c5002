package org.semblance.platform.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class TranslationsTest {
    private static final Pattern LITERAL = Pattern.compile("getTranslation\\(\\s*\"([a-z.-]+)\"\\s*[,)]");
    private static final Pattern CODE = Pattern.compile("\\bKind\\.[A-Z_]+,\\s*\"([a-z-]+)\"|\\bCODE = \"([a-z-]+)\"");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)");

    /** What only systems meet, which send keys, tokens and frames of cameras. */
    private static final Set<String> NEVER_SHOWN = Set.of(
            "api-key-invalid",
            "idempotency-key-in-use",
            "idempotency-key-reused",
            "refresh-refused",
            "spool-full",
            "token-invalid");

    private final Translations translations = new Translations();

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(bundle(Locale.GERMAN).keySet())
                .containsExactlyInAnyOrderElementsOf(bundle(Locale.ENGLISH).keySet());
    }

    @Test
    void both_languages_use_the_same_parameters() {
        ResourceBundle german = bundle(Locale.GERMAN);

        for (String key : bundle(Locale.ENGLISH).keySet()) {
            assertThat(parameters(german.getString(key)))
                    .as(key)
                    .isEqualTo(parameters(bundle(Locale.ENGLISH).getString(key)));
        }
    }

    @Test
    void every_text_is_a_valid_pattern_without_straight_apostrophes() {
        for (Locale language : translations.getProvidedLocales()) {
            for (String key : bundle(language).keySet()) {
                String text = bundle(language).getString(key);

                assertThat(text).as(key).doesNotContain("'").isNotBlank();
                assertThat(new MessageFormat(text, language)).as(key).isNotNull();
            }
        }
    }

    @Test
    void every_key_that_the_code_names_exists() throws IOException {
        Set<String> named = sources("src/main/java", ".java").values().stream()
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(match -> match.group(1))
                .collect(toSet());

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(bundle(Locale.ENGLISH).keySet()).containsAll(named);
    }

    @Test
    void every_problem_that_a_user_can_meet_has_a_text() throws IOException {
        Set<String> expected = new TreeSet<>();
        sources("../ejb-module/src/main/java", "Exception.java").forEach((file, source) -> {
            Set<String> codes = codes(source);
            assertThat(codes.isEmpty() && source.contains("extends Problem"))
                    .as("%s hides its code", file)
                    .isFalse();
            codes.stream().filter(code -> !NEVER_SHOWN.contains(code)).forEach(code -> expected.add("problem." + code));
        });

        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(bundle(Locale.ENGLISH).keySet().stream().filter(key -> key.startsWith("problem.")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void fills_in_parameters_in_the_users_language() {
        assertThat(translations.getTranslation("search.summary", Locale.GERMAN, 1, "starter/embedder"))
                .isEqualTo("Ein Gesicht · Modell starter/embedder");
    }

    @Test
    void speaks_english_to_whoever_prefers_neither_language() {
        assertThat(translations.getTranslation("action.cancel", Locale.JAPANESE))
                .isEqualTo("Cancel");
    }

    @Test
    void answers_an_unknown_key_with_the_key() {
        assertThat(translations.getTranslation("no.such.key", Locale.ENGLISH)).isEqualTo("no.such.key");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                Translations.BUNDLE,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> codes(String source) {
        return CODE.matcher(source)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(toSet());
    }

    private static Map<Path, String> sources(String root, String ending) throws IOException {
        try (var files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .collect(toMap(file -> file, TranslationsTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
