package org.semblance.ear;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** How somebody sees the portal: at a desk or on a telephone, by day or by night. */
enum PortalLook {
    LIGHT_WIDE(ColorScheme.LIGHT, 1440, 900),
    DARK_WIDE(ColorScheme.DARK, 1440, 900),
    LIGHT_NARROW(ColorScheme.LIGHT, 390, 844),
    DARK_NARROW(ColorScheme.DARK, 390, 844);

    private final ColorScheme scheme;
    private final int width;
    private final int height;

    PortalLook(ColorScheme scheme, int width, int height) {
        this.scheme = scheme;
        this.width = width;
        this.height = height;
    }

    Browser.NewContextOptions options(Locale language) {
        return new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, height)
                .setLocale(language.toLanguageTag());
    }

    /** What a picture of a view in this look is called. */
    String fileName(String view) {
        return "%s-%s-%d.png".formatted(view, scheme.name().toLowerCase(Locale.ROOT), width);
    }
}
