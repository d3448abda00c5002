package org.semblance.identity.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.LocalFormat;

/** The day on which something ends, from tomorrow on to the last that is allowed. */
final class ExpiryPicker extends DatePicker {
    private static final long serialVersionUID = 1L;

    private @Nullable LocalDate shown;

    /** @param latest the last moment that is allowed */
    ExpiryPicker(Instant latest) {
        setLabel(getTranslation("key.expires"));
        setMin(LocalDate.now(LocalFormat.zone()).plusDays(1));
        setMax(latest.atZone(LocalFormat.zone()).toLocalDate());
        setErrorMessage(getTranslation("key.expires.bounds", LocalFormat.format(latest)));
    }

    /** The day on which something ends now, which is there to be changed. */
    void show(Instant end) {
        shown = end.atZone(LocalFormat.zone()).toLocalDate();
        setRequiredIndicatorVisible(true);
        setValue(shown);
    }

    /** Whether the day can be sent; it says itself why not. What is shown already may stay, be it ever so soon. */
    boolean isFit() {
        if (isInvalid() && !(shown != null && shown.equals(getValue()))) {
            focus();
            return false;
        }
        return true;
    }

    /** The beginning of another day than was shown. */
    Optional<Instant> changed() {
        return getOptionalValue().filter(day -> !day.equals(shown)).map(day -> day.atStartOfDay(LocalFormat.zone())
                .toInstant());
    }
}
