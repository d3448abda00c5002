package org.semblance.platform.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.function.SerializableRunnable;

/** Tells what people choose from what views show them. */
public final class ByUser {
    private ByUser() {}

    /** Tells whenever the user, not the view, has given one of the fields another value. */
    public static void chosen(SerializableRunnable listener, HasValue<?, ?>... fields) {
        for (HasValue<?, ?> field : fields) {
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    listener.run();
                }
            });
        }
    }
}
