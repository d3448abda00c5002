package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.ui.PersonPicker;
import org.semblance.platform.ui.ByUser;
import org.semblance.platform.ui.PeriodFields;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.ui.CodeFilter;
import org.semblance.surveillance.ui.WatchFilters;

/** What the list of events is narrowed to. */
final class EventFilters extends Div {
    private static final long serialVersionUID = 1L;

    private final transient WatchFilters where;
    final PersonPicker person;
    final CodeFilter<Outcome> outcomes =
            new CodeFilter<>(getTranslation("event.decision"), Outcome.class, "event.outcome.");
    final Select<Boolean> access = new Select<>();
    final PeriodFields period;
    private @Nullable PersonId unlisted;

    EventFilters(WatchFilters where, SerializableRunnable onChosen) {
        this.where = where;
        this.person = where.personPicker();
        this.period = new PeriodFields(onChosen);
        addClassNames("toolbar", "filters");
        access.setLabel(getTranslation("event.door"));
        access.setItems(true, false);
        access.setEmptySelectionAllowed(true);
        access.setEmptySelectionCaption(getTranslation("watch.all"));
        access.setPlaceholder(getTranslation("watch.all"));
        access.setItemLabelGenerator(this::accessLabel);
        person.setPlaceholder(getTranslation("watch.all"));
        person.setVisible(EventTexts.mayReadPersons());
        add(where.camera(), person, outcomes, access, where.gallery(), period);
        where.onChosen(onChosen);
        ByUser.chosen(() -> unlisted = null, person);
        ByUser.chosen(onChosen, person, outcomes, access);
    }

    void show(EventsAddress address) {
        where.show(address.gallery(), address.cameras());
        outcomes.setValue(address.outcomes());
        access.setValue(address.allowed().orElse(null));
        period.show(address.from(), address.to());
        person.setValue(address.person().flatMap(this::find).orElse(null));
        unlisted = person.isEmpty() ? address.person().orElse(null) : null;
        person.setHelperText(unlisted == null ? null : getTranslation("person.unnamed", unlisted.toString()));
    }

    EventsAddress chosen() {
        return new EventsAddress(
                where.camera().chosen(),
                where.gallery().chosen(),
                person.getOptionalValue().map(PersonFound::id).or(() -> Optional.ofNullable(unlisted)),
                outcomes.getValue(),
                access.getOptionalValue(),
                period.begin(),
                period.end());
    }

    /** Whoever is gone has events all the same. */
    private Optional<PersonFound> find(PersonId id) {
        return EventTexts.mayReadPersons() ? where.persons().find(id) : Optional.empty();
    }

    private String accessLabel(@Nullable Boolean isAllowed) {
        if (isAllowed == null) {
            return getTranslation("watch.all");
        }
        return getTranslation(isAllowed ? "event.access.allowed" : "event.access.denied");
    }
}
