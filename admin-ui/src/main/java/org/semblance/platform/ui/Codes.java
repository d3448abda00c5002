package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;

/** What the words of services are called in the user's language. */
public final class Codes {
    private Codes() {}

    public static String of(String prefix, Enum<?> value) {
        return of(prefix, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The code itself where the texts do not know it. */
    public static String of(String prefix, String code) {
        String key = prefix + code;
        String text = UI.getCurrent().getTranslation(key);
        return text.equals(key) ? code : text;
    }
}
