package org.semblance.surveillance.ui.access;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.semblance.platform.ExpectedVersion;
import org.semblance.surveillance.access.AccessRule;

/** The rules of who may pass where and when, and who may not. */
@CdiComponent
public class RulesPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient AccessDirectory directory;
    private final transient SubjectChoices choices;
    final EntryList list = new EntryList("rules", () -> open(Optional.empty()));

    @Inject
    public RulesPanel(AccessDirectory directory, SubjectChoices choices) {
        this.directory = directory;
        this.choices = choices;
        add(list);
    }

    void refresh() {
        list.clear();
        List<AccessRule> rules = directory.allRules();
        var texts = new RuleTexts(directory.names(rules), directory.allCalendars());
        rules.forEach(rule -> add(rule, texts));
        list.finish();
    }

    private void add(AccessRule rule, RuleTexts texts) {
        String title = rule.said().title();
        list.entry(
                        title,
                        RuleTexts.effect(rule),
                        EntryList.line(texts.whom(rule)),
                        EntryList.line(RuleTexts.where(rule)),
                        EntryList.line(texts.when(rule)))
                .add(list.edit(title, () -> open(Optional.of(rule))), list.remove(title, () -> {
                    directory.rules().remove(rule.id(), ExpectedVersion.of(rule.version()));
                    refresh();
                }));
    }

    private void open(Optional<AccessRule> rule) {
        new RuleDialog(directory, choices, rule, this::refresh).open();
    }
}
