package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.Notice;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.NewAccessRule;

/** Makes a rule, or changes one. */
final class RuleDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient AccessDirectory directory;
    private final SerializableRunnable onSaved;
    final FormNotes notes = new FormNotes().onReload(this::reload);
    final RuleForm form;
    final Button save = new Button(getTranslation("action.save"), event -> save());
    private transient @Nullable AccessRule edited;

    RuleDialog(
            AccessDirectory directory,
            SubjectChoices choices,
            Optional<AccessRule> rule,
            SerializableRunnable onSaved) {
        this.directory = directory;
        this.onSaved = onSaved;
        this.form = new RuleForm(directory, choices);
        setHeaderTitle(getTranslation(rule.isPresent() ? "rule.edit" : "rules.create"));
        addClassName("form-dialog");
        setWidth("44rem");
        rule.ifPresent(this::show);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(notes, form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    private void show(AccessRule rule) {
        edited = rule;
        String called = directory.names(List.of(rule)).getOrDefault(rule.id(), String.valueOf(rule.subject()));
        form.show(rule, called);
    }

    private void reload() {
        AccessRule before = edited;
        if (before != null) {
            show(directory.rules().require(before.id()));
        }
    }

    private void save() {
        Optional<NewAccessRule> said = form.said();
        if (said.isPresent() && notes.tried(() -> save(said.get()))) {
            close();
            Notice.success(getTranslation("action.saved", said.get().title()));
            onSaved.run();
        }
    }

    private void save(NewAccessRule said) {
        AccessRule before = edited;
        if (before == null) {
            directory.rules().create(said);
        } else {
            directory.rules().change(before.id(), said, ExpectedVersion.of(before.version()));
        }
    }
}
