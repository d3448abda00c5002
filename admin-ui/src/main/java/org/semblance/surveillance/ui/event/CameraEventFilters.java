package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import org.semblance.platform.ui.ByUser;
import org.semblance.platform.ui.PeriodFields;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.ui.CodeFilter;
import org.semblance.surveillance.ui.WatchFilters;

/** What the list of cameras' events is narrowed to. */
final class CameraEventFilters extends Div {
    private static final long serialVersionUID = 1L;

    private final transient WatchFilters where;
    final CodeFilter<CameraEvent.Type> types =
            new CodeFilter<>(getTranslation("camera-event.type"), CameraEvent.Type.class, "camera-event.type.");
    final PeriodFields period;

    CameraEventFilters(WatchFilters where, SerializableRunnable onChosen) {
        this.where = where;
        this.period = new PeriodFields(onChosen);
        addClassNames("toolbar", "filters");
        add(where.camera(), types, period);
        where.onChosen(onChosen);
        ByUser.chosen(onChosen, types);
    }

    void show(CameraEventsAddress address) {
        where.show(Optional.empty(), address.cameras());
        types.setValue(address.types());
        period.show(address.from(), address.to());
    }

    CameraEventsAddress chosen() {
        return new CameraEventsAddress(where.camera().chosen(), types.getValue(), period.begin(), period.end());
    }
}
