package org.semblance.platform.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Objects;

/**
 * Cells that the browser makes of a template, which escapes what is put into it. A row of components costs it ten times as
 * much, and a list shows many rows before anything of it can be read.
 */
public final class Cells {
    private Cells() {}

    /** What a badge says, or plain text. */
    public static <T> LitRenderer<T> badge(ValueProvider<T, ? extends Span> badge) {
        return with(badge, LitRenderer.of("<span class=\"${item.look}\">${item.word}</span>"));
    }

    /** A text, with a word that tells its state beneath it where the page is too narrow for that word's own column. */
    public static <T> LitRenderer<T> badged(ValueProvider<T, String> text, ValueProvider<T, ? extends Span> badge) {
        return with(badge, LitRenderer.of("""
                        <div class="list-text">
                          <span>${item.text}</span><span class="${item.look} narrow-only">${item.word}</span>
                        </div>
                        """)).withProperty("text", text);
    }

    private static <T> LitRenderer<T> with(ValueProvider<T, ? extends Span> badge, LitRenderer<T> renderer) {
        return renderer.withProperty(
                        "look",
                        item -> Objects.requireNonNullElse(badge.apply(item).getClassName(), ""))
                .withProperty("word", item -> badge.apply(item).getText());
    }

    /** What it is about, and smaller beneath it what else is worth knowing. */
    public static <T> LitRenderer<T> lines(ValueProvider<T, String> main, ValueProvider<T, String> detail) {
        return LitRenderer.<T>of("""
                        <div class="list-text"><span>${item.main}</span><span class="secondary">${item.detail}</span></div>
                        """).withProperty("main", main).withProperty("detail", detail);
    }
}
