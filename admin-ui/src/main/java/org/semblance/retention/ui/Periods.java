package org.semblance.retention.ui;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import org.semblance.retention.RetentionPolicy;

/** Tells how long something is kept, in the largest unit that fits. */
final class Periods {
    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_SECONDS = 3_600;

    private Periods() {}

    static String of(Duration period) {
        UI ui = UI.getCurrent();
        if (period.isZero()) {
            return ui.getTranslation("retention.at-once");
        }
        if (isWhole(period, DAY_SECONDS)) {
            return ui.getTranslation("retention.days", period.toDays());
        }
        return isWhole(period, HOUR_SECONDS)
                ? ui.getTranslation("retention.hours", period.toHours())
                : ui.getTranslation("retention.seconds", period.toSeconds());
    }

    static boolean isWhole(Duration period, long unitSeconds) {
        return period.toSeconds() % unitSeconds == 0;
    }

    /** What a kind holds and from when on its time counts, in the user's language where the texts know it. */
    static String holds(RetentionPolicy policy) {
        return text("retention.holds." + policy.kind(), policy.holds());
    }

    /** What a kind keeps, in the user's language where the texts know it. */
    static String kind(String kind, String otherwise) {
        return text("retention.kind." + kind, otherwise);
    }

    private static String text(String key, String otherwise) {
        String text = UI.getCurrent().getTranslation(key);
        return text.equals(key) ? otherwise : text;
    }
}
