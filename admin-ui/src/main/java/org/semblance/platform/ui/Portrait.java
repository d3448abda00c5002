package org.semblance.platform.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A round picture of somebody in a cell, or their initials: it says nothing that the name beside it does not. */
public final class Portrait {
    private static final String TEMPLATE = """
            ${item.portrait
              ? html`<img class="portrait" src="${item.portrait}" alt="" loading="lazy">`
              : html`<span class="portrait" aria-hidden="true">${item.initials}</span>`}
            """;

    private Portrait() {}

    /**
     * Cells with such a picture where their template says PORTRAIT; the name is item.name in it.
     *
     * @param picture where the picture is, null for none
     */
    public static <T> LitRenderer<T> in(
            String cell, ValueProvider<T, String> name, ValueProvider<T, @Nullable String> picture) {
        return LitRenderer.<T>of(cell.replace("PORTRAIT", TEMPLATE))
                .withProperty("name", name)
                .withProperty("initials", item -> initials(name.apply(item)))
                .withProperty("portrait", picture);
    }

    /** Of the first word and the last. */
    static String initials(String name) {
        String[] words = name.strip().split("\\s+", -1);
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
