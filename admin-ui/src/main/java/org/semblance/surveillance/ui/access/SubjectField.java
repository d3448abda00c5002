package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.ui.PersonPicker;
import org.semblance.platform.ui.Codes;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.Whom;
import org.semblance.surveillance.ui.access.SubjectChoices.Choice;

/** Asks whom a rule is about: everybody, or somebody of a kind, chosen from a list as far as the user may see it. */
final class SubjectField extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SubjectChoices choices;
    final Select<Whom> whom = new Select<>();
    final ComboBox<Choice> choice = new ComboBox<>();
    final PersonPicker person;
    final TextField id = new TextField();

    SubjectField(SubjectChoices choices) {
        this.choices = choices;
        this.person = choices.personPicker();
        addClassName("subject-field");
        whom.setLabel(getTranslation("rule.whom"));
        whom.setItems(Whom.values());
        whom.setItemLabelGenerator(one -> Codes.of("rule.whom.", one));
        whom.setValue(Whom.EVERYBODY);
        whom.addValueChangeListener(event -> arrange());
        choice.setItemLabelGenerator(Choice::called);
        choice.setItems(this::find);
        add(whom, choice, person, id);
        arrange();
    }

    void show(AccessRule rule, String called) {
        whom.setValue(rule.said().whom());
        arrange();
        String who = rule.said().who();
        if (who == null || rule.isGone()) {
            return;
        }
        id.setValue(who);
        choice.setValue(new Choice(who, called));
        if (person.isVisible()) {
            person.setValue(choices.person(who).orElse(null));
        }
    }

    /** Whether somebody is named, where somebody is to be; says so where not. */
    boolean isComplete() {
        boolean isMissing = whom.getValue() != Whom.EVERYBODY && who() == null;
        String required = getTranslation("form.required");
        choice.setErrorMessage(required);
        choice.setInvalid(isMissing && choice.isVisible());
        person.setErrorMessage(required);
        person.setInvalid(isMissing && person.isVisible());
        id.setErrorMessage(required);
        id.setInvalid(isMissing && id.isVisible());
        return !isMissing;
    }

    @Nullable
    String who() {
        if (choice.isVisible()) {
            return choice.getOptionalValue().map(Choice::who).orElse(null);
        }
        if (person.isVisible()) {
            return person.getOptionalValue().map(one -> one.id().toString()).orElse(null);
        }
        return Optional.of(id.getValue().strip())
                .filter(said -> id.isVisible() && !said.isEmpty())
                .orElse(null);
    }

    private void arrange() {
        Whom kind = whom.getValue();
        boolean isSomebody = kind != Whom.EVERYBODY;
        boolean isListed = isSomebody && SubjectChoices.isListed(kind);
        person.setVisible(isListed && kind == Whom.PERSON);
        choice.setVisible(isListed && kind != Whom.PERSON);
        id.setVisible(isSomebody && !isListed);
        choice.clear();
        choice.getDataProvider().refreshAll();
        String label = Codes.of("rule.whom.", kind);
        choice.setLabel(label);
        person.setLabel(label);
        id.setLabel(getTranslation("rule.whom.id", label));
    }

    private Stream<Choice> find(Query<Choice, String> query) {
        int limit = query.getLimit();
        if (query.getOffset() > 0 || whom.getValue() == null) {
            return Stream.empty();
        }
        String text = query.getFilter().orElse("").toLowerCase(Locale.ROOT);
        return choices.find(whom.getValue(), text, limit).stream()
                .filter(one -> whom.getValue() == Whom.USER
                        || one.called().toLowerCase(Locale.ROOT).contains(text))
                .limit(limit);
    }
}
