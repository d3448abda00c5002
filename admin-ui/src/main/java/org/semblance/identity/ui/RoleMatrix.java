package org.semblance.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.PortalIcon;

/** What each role allows: permissions down, grouped by what they are about, and roles across. */
final class RoleMatrix extends Div {
    private static final long serialVersionUID = 1L;

    private final SerializableConsumer<RoleSummary> onEdit;
    private final SerializableConsumer<RoleSummary> onDelete;
    private final boolean mayChange;

    RoleMatrix(
            boolean mayChange, SerializableConsumer<RoleSummary> onEdit, SerializableConsumer<RoleSummary> onDelete) {
        this.mayChange = mayChange;
        this.onEdit = onEdit;
        this.onDelete = onDelete;
        addClassName("matrix");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("roles.title"));
    }

    void show(List<RoleSummary> roles) {
        removeAll();
        var table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        scope(head.addHeaderCell(), "col").setText(getTranslation("roles.permission"));
        roles.forEach(role -> scope(head.addHeaderCell(), "col").add(heading(role)));
        for (PermissionGroup group : PermissionGroup.values()) {
            NativeTableRow title = table.getBody().addRow();
            title.addClassName("matrix-group");
            NativeTableHeaderCell cell = scope(title.addHeaderCell(), "rowgroup");
            cell.setText(getTranslation(group.key()));
            cell.getElement().setAttribute("colspan", Integer.toString(roles.size() + 1));
            group.permissions().forEach(permission -> add(table, permission, roles));
        }
        add(table);
    }

    private void add(NativeTable table, String permission, List<RoleSummary> roles) {
        NativeTableRow row = table.getBody().addRow();
        var name = new Span(permission);
        name.addClassName("secondary");
        scope(row.addHeaderCell(), "row").add(new Div(getTranslation(PermissionGroup.key(permission))), name);
        for (RoleSummary role : roles) {
            var cell = row.addDataCell();
            if (role.permissions().contains(permission)) {
                var mark = new Span(PortalIcon.CHECK.create());
                mark.getElement().setAttribute("role", "img");
                mark.getElement().setAttribute("aria-label", getTranslation("roles.allowed"));
                cell.add(mark);
            }
        }
    }

    private Component heading(RoleSummary role) {
        var name = new Span(Codes.of("role.", role.name()));
        name.getElement().setAttribute("title", RoleTexts.purpose(role));
        long count = role.usage().users();
        var users = new Anchor("users?role=" + role.name(), getTranslation("department.users", count));
        var heading = new Div(name, users);
        heading.addClassName("matrix-role");
        if (role.isBuiltIn()) {
            heading.add(new Badge(Badge.Tone.NEUTRAL, getTranslation("roles.built-in")));
        } else if (mayChange) {
            var edit = new Button(PortalIcon.EDIT.create(), event -> onEdit.accept(role));
            edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
            edit.setAriaLabel(getTranslation("role.edit", role.name()));
            var delete = new Button(PortalIcon.DELETE.create(), event -> onDelete.accept(role));
            delete.addThemeVariants(
                    ButtonVariant.LUMO_TERTIARY,
                    ButtonVariant.LUMO_ICON,
                    ButtonVariant.LUMO_SMALL,
                    ButtonVariant.LUMO_ERROR);
            delete.setAriaLabel(getTranslation("role.delete", role.name()));
            delete.setEnabled(count == 0);
            delete.setTooltipText(getTranslation(count == 0 ? "action.delete" : "role.delete.in-use"));
            heading.add(new Div(edit, delete));
        }
        return heading;
    }

    private static NativeTableHeaderCell scope(NativeTableHeaderCell cell, String scope) {
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
