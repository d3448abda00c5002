package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.semblance.identity.directory.UserWithPassword;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TitledView;

/** Everybody who can sign in; what the list is narrowed to is in the address. */
@CdiComponent
@Route(value = "users", layout = MainLayout.class)
@Menu(title = "users.title", order = 400, icon = "USERS")
@RolesAllowed(Permissions.USER_READ)
public class UsersView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient UserDesk desk;
    final UserFilters filters = new UserFilters(UsersAddress::open);
    final Button create = new Button(getTranslation("user.create"), PortalIcon.ADD.create(), event -> openCreate());
    final Button departments = new Button(getTranslation("departments.title"), event -> openDepartments());
    final UserGrid grid;
    private UsersAddress address = UsersAddress.ALL;

    @Inject
    public UsersView(UserDesk desk) {
        this.desk = desk;
        this.grid = new UserGrid(desk.users());
        addClassNames("view", "view-full");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(UserDesk.mayManage());
        departments.setVisible(UserDesk.mayManage());
        var actions = new Div(departments, create);
        actions.addClassName("toolbar-actions");
        var toolbar = new Div(filters, actions);
        toolbar.addClassName("toolbar");
        add(toolbar, grid);
    }

    @Override
    public String title() {
        return getTranslation("users.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = UsersAddress.of(event.getLocation());
        refresh();
    }

    private void refresh() {
        var known = desk.departments().list();
        filters.show(address, desk.roles(), known);
        grid.show(address, known);
    }

    private void openCreate() {
        new CreateUserDialog(desk, this::created).open();
    }

    private void created(UserWithPassword made) {
        UI.getCurrent().navigate("users/" + made.user().id());
        OneTimePasswords.show(made);
    }

    private void openDepartments() {
        new DepartmentsDialog(desk.departments(), this::refresh).open();
    }
}
