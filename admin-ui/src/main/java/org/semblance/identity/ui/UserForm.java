package org.semblance.identity.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.List;
import org.semblance.identity.directory.DepartmentSummary;
import org.semblance.identity.directory.UserSummary;
import org.semblance.identity.directory.UserTraits;

/** What an administrator says of a user. */
final class UserForm extends Div {
    private static final int LONGEST_USERNAME = 128;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final long serialVersionUID = 1L;

    final TextField username = new TextField(getTranslation("login.username"));
    final TextField displayName = new TextField(getTranslation("users.name"));
    final EmailField email = new EmailField(getTranslation("user.email"));
    final ComboBox<DepartmentSummary> department = new ComboBox<>(getTranslation("users.department"));

    UserForm(List<DepartmentSummary> departments) {
        username.setMaxLength(LONGEST_USERNAME);
        username.setRequiredIndicatorVisible(true);
        username.setHelperText(getTranslation("user.username.help"));
        displayName.setMaxLength(LONGEST_NAME);
        displayName.setRequiredIndicatorVisible(true);
        email.setMaxLength(LONGEST_EMAIL);
        email.setErrorMessage(getTranslation("user.email.wrong"));
        department.setItems(departments);
        department.setItemLabelGenerator(DepartmentSummary::name);
        department.setClearButtonVisible(true);
        department.setVisible(!departments.isEmpty());
        add(new FormLayout(username, displayName, email, department));
    }

    /** Of somebody who has a user name already. */
    void show(UserSummary user) {
        username.setVisible(false);
        displayName.setValue(user.traits().displayName());
        email.setValue(user.traits().email() == null ? "" : user.traits().email());
        department.setValue(department
                .getListDataView()
                .getItems()
                .filter(one -> Long.valueOf(one.id()).equals(user.traits().departmentId()))
                .findFirst()
                .orElse(null));
    }

    /** Whether it can be sent; otherwise the first wrong field says why. */
    boolean isFilled() {
        boolean named = !username.isVisible() || require(username);
        boolean called = require(displayName);
        if (!named) {
            username.focus();
        } else if (!called) {
            displayName.focus();
        } else if (email.isInvalid()) {
            email.focus();
        }
        return named && called && !email.isInvalid();
    }

    UserTraits traits(boolean isActive) {
        String address = email.getValue().isBlank() ? null : email.getValue().strip();
        Long belongsTo =
                department.getOptionalValue().map(DepartmentSummary::id).orElse(null);
        return new UserTraits(displayName.getValue(), address, belongsTo, isActive);
    }

    private boolean require(TextFieldBase<?, String> field) {
        boolean filled = !field.getValue().isBlank();
        field.setErrorMessage(getTranslation("form.required"));
        field.setInvalid(!filled);
        return filled;
    }
}
