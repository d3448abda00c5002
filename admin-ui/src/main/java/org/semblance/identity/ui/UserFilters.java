package org.semblance.identity.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import org.semblance.identity.directory.DepartmentSummary;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.PortalIcon;

/** The fields that narrow the list of users. */
final class UserFilters extends Div {
    private static final long serialVersionUID = 1L;

    final TextField text = new TextField(getTranslation("users.filter"));
    final Select<String> state = new Select<>();
    final ComboBox<RoleSummary> role = new ComboBox<>(getTranslation("users.role"));
    final ComboBox<DepartmentSummary> department = new ComboBox<>(getTranslation("users.department"));
    private final SerializableConsumer<UsersAddress> onChosen;

    UserFilters(SerializableConsumer<UsersAddress> onChosen) {
        this.onChosen = onChosen;
        addClassName("filters");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setClearButtonVisible(true);
        text.setPrefixComponent(PortalIcon.FIND.create());
        state.setLabel(getTranslation("users.state"));
        state.setItems(UsersAddress.ACTIVE, UsersAddress.DISABLED);
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("filter.any"));
        state.setItemLabelGenerator(
                code -> code == null ? getTranslation("filter.any") : Codes.of("user.state.", code));
        role.setItemLabelGenerator(one -> Codes.of("role.", one.name()));
        department.setItemLabelGenerator(DepartmentSummary::name);
        role.setClearButtonVisible(true);
        department.setClearButtonVisible(true);
        role.setPlaceholder(getTranslation("filter.any"));
        department.setPlaceholder(getTranslation("filter.any"));
        text.addValueChangeListener(this::chosen);
        state.addValueChangeListener(this::chosen);
        role.addValueChangeListener(this::chosen);
        department.addValueChangeListener(this::chosen);
        add(text, state, role, department);
    }

    /** Shows what the address says, with what there is to choose from. */
    void show(UsersAddress address, List<RoleSummary> roles, List<DepartmentSummary> departments) {
        text.setValue(address.text());
        state.setValue(address.active()
                .map(is -> is ? UsersAddress.ACTIVE : UsersAddress.DISABLED)
                .orElse(null));
        role.setItems(roles);
        role.setValue(roles.stream()
                .filter(one -> address.role().filter(one.name()::equals).isPresent())
                .findFirst()
                .orElse(null));
        department.setItems(departments);
        department.setVisible(!departments.isEmpty());
        department.setValue(departments.stream()
                .filter(one -> address.department().filter(id -> id == one.id()).isPresent())
                .findFirst()
                .orElse(null));
    }

    private void chosen(AbstractField.ComponentValueChangeEvent<?, ?> event) {
        if (event.isFromClient()) {
            onChosen.accept(new UsersAddress(
                    text.getValue().strip(),
                    Optional.ofNullable(state.getValue()).map(UsersAddress.ACTIVE::equals),
                    role.getOptionalValue().map(RoleSummary::name),
                    department.getOptionalValue().map(DepartmentSummary::id)));
        }
    }
}
