package org.semblance.health.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.stream.Collectors;
import org.semblance.platform.SystemHealth.Check;
import org.semblance.platform.SystemHealth.Remark;
import org.semblance.platform.SystemHealth.State;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.LocalFormat;

/** What health checks say, in the user's language; in English where nobody has translated it. */
public final class HealthTexts {
    private HealthTexts() {}

    public static String name(Check check) {
        return Codes.of("health.check.", check.name());
    }

    /** What the check found, all of it. */
    public static String found(Check check) {
        return check.remarks().stream().map(remark -> text(check, remark)).collect(Collectors.joining(" "));
    }

    static Badge badge(State state) {
        Badge.Tone tone =
                switch (state) {
                    case WELL -> Badge.Tone.GOOD;
                    case DEGRADED -> Badge.Tone.WARNING;
                    case DOWN -> Badge.Tone.BAD;
                };
        return new Badge(tone, Codes.of("health.state.", state));
    }

    private static String text(Check check, Remark remark) {
        String key = "health.found." + check.name() + "." + remark.key();
        Object[] values = remark.values().stream().map(HealthTexts::local).toArray();
        String text = UI.getCurrent().getTranslation(key, values);
        return text.equals(key) ? remark.english() : text;
    }

    private static Object local(Object value) {
        return value instanceof Instant time ? LocalFormat.format(time) : value;
    }
}
