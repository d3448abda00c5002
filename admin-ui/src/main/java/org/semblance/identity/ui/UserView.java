package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;

/** One user: who they are, what they may do, whose face is theirs, and where they have signed in. */
@CdiComponent
@Route(value = "users/:user([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", layout = MainLayout.class)
@RolesAllowed(Permissions.USER_READ)
public class UserView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient UserDesk desk;
    final UserProfileCard profile;
    final UserRolesCard roles;
    final UserPersonsCard persons;
    final UserAccessCard access;
    final UserLinksCard links;
    private String name = "";

    @Inject
    public UserView(UserDesk desk, UserPersonsCard persons, UserAccessCard access, UserLinksCard links) {
        this.desk = desk;
        this.profile = new UserProfileCard(desk, this::show);
        this.roles = new UserRolesCard(desk, this::show);
        this.persons = persons;
        this.access = access;
        this.links = links;
        access.onChanged(this::show);
        addClassName("view");
        var cards = new Div(profile, roles, persons, access, links);
        cards.addClassNames("cards", "wide-cards");
        add(cards);
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(new Crumb(getTranslation("users.title"), "users"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(desk.users()
                .require(UUID.fromString(event.getRouteParameters().get("user").orElseThrow())));
    }

    private void show(UserSummary user) {
        name = user.traits().displayName();
        profile.show(user);
        roles.show(user);
        persons.show(user);
        access.show(user);
        links.show(user);
    }
}
