package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SignInService;
import org.semblance.identity.directory.RoleService;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

/** Which role allows what; those that came with the product stay as they are, others are made and changed here. */
@CdiComponent
@Route(value = "roles", layout = MainLayout.class)
@Menu(title = "roles.title", order = 410, icon = "ROLES")
@RolesAllowed(Permissions.USER_READ)
public class RolesView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient RoleService roles;
    private final transient SignInService signIns;
    final Button create = new Button(getTranslation("role.create"), PortalIcon.ADD.create(), event -> openDialog(null));
    final RoleMatrix matrix;

    @Inject
    public RolesView(RoleService roles, SignInService signIns) {
        this.roles = roles;
        this.signIns = signIns;
        boolean mayChange = PortalSession.permits(Permissions.ROLE_MANAGE);
        this.matrix = new RoleMatrix(mayChange, this::openDialog, this::confirmDelete);
        addClassNames("view", "view-full");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(mayChange);
        var toolbar = new Div(new Span(getTranslation("roles.intro")), create);
        toolbar.addClassName("toolbar");
        add(toolbar, matrix);
    }

    @Override
    public String title() {
        return getTranslation("roles.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        matrix.show(roles.list());
    }

    private void openDialog(@Nullable RoleSummary edited) {
        new RoleDialog(roles, edited, this::sensitive, this::saved).open();
    }

    private void saved(RoleSummary role) {
        refresh();
        Notice.success(getTranslation("role.saved", role.name()));
    }

    private void confirmDelete(RoleSummary role) {
        Confirmation.ask(
                getTranslation("role.delete.heading", role.name()),
                getTranslation("role.delete.text"),
                "action.delete",
                () -> sensitive(() -> delete(role)));
    }

    private void delete(RoleSummary role) {
        roles.delete(role.name());
        refresh();
        Notice.success(getTranslation("role.deleted", role.name()));
    }

    private void sensitive(SerializableRunnable work) {
        PasswordAgain.before(signIns, work);
    }
}
