package org.semblance.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.identity.directory.DepartmentService;
import org.semblance.identity.directory.DepartmentSummary;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.PortalIcon;

/** The departments that users belong to: made, renamed, and removed once nobody belongs to them. */
final class DepartmentsDialog extends Dialog {
    private static final int LONGEST_NAME = 200;
    private static final long serialVersionUID = 1L;

    private final transient DepartmentService departments;
    private final SerializableRunnable onChanged;
    final FormNotes notes = new FormNotes();
    final UnorderedList list = new UnorderedList();
    final TextField name = new TextField(getTranslation("department.new"));
    final Button add = new Button(getTranslation("action.add"), PortalIcon.ADD.create(), event -> add());

    DepartmentsDialog(DepartmentService departments, SerializableRunnable onChanged) {
        this.departments = departments;
        this.onChanged = onChanged;
        setHeaderTitle(getTranslation("departments.title"));
        addClassName("form-dialog");
        setWidth("34rem");
        list.addClassName("plain-list");
        name.setMaxLength(LONGEST_NAME);
        var form = new Div(name, add);
        form.addClassName("inline-form");
        add.addClickShortcut(Key.ENTER).listenOn(form).setResetFocusOnActiveElement(true);
        add(notes, list, form);
        getFooter().add(new Button(getTranslation("action.close"), event -> close()));
        show();
    }

    private void show() {
        list.removeAll();
        departments.list().forEach(department -> list.add(Lines.item(line(department))));
    }

    private Component line(DepartmentSummary department) {
        var field = new TextField();
        field.setValue(department.name());
        field.setMaxLength(LONGEST_NAME);
        field.setAriaLabel(getTranslation("department.name", department.name()));
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed(() -> departments.rename(
                        department.id(), event.getValue(), ExpectedVersion.of(department.version())));
            }
        });
        var remove =
                new Button(PortalIcon.DELETE.create(), event -> changed(() -> departments.delete(department.id())));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_ERROR);
        remove.setAriaLabel(getTranslation("department.delete", department.name()));
        remove.setEnabled(department.users() == 0);
        var line = new Div(field, Lines.secondary(getTranslation("department.users", department.users())), remove);
        line.addClassName("department-line");
        return line;
    }

    private void add() {
        if (name.getValue().isBlank()) {
            name.focus();
            return;
        }
        if (changed(() -> departments.create(name.getValue()))) {
            name.clear();
            name.focus();
        }
    }

    private boolean changed(Runnable work) {
        boolean done = notes.tried(work);
        show();
        onChanged.run();
        return done;
    }
}
