package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.inject.Inject;
import org.semblance.identity.SignInService;

/** The frame around the views: navigation to those that the user may open, the title, and the user's own menu. */
@CdiComponent
public class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient SignInService signIns;
    final H1 title = new H1();
    final SideNav navigation = new SideNav();

    @Inject
    public MainLayout(SignInService signIns) {
        this.signIns = signIns;
        addClassName("portal");
        setPrimarySection(Section.DRAWER);
        addToNavbar(buildToggle(), buildTitle(), buildUserMenu());
        addToDrawer(buildBrand(), new Scroller(buildNavigation()));
    }

    private Component buildToggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        return toggle;
    }

    private Component buildTitle() {
        title.addClassName("portal-title");
        return title;
    }

    private Component buildUserMenu() {
        return PortalSession.user()
                .<Component>map(user -> new UserMenu(user, signIns::signOut))
                .orElseGet(() -> {
                    var signIn = new Anchor("login", getTranslation("login.sign-in"));
                    signIn.addClassName("portal-sign-in");
                    return signIn;
                });
    }

    private Component buildBrand() {
        var logo = new Image("icons/semblance.svg", "");
        var brand = new Anchor("", logo, new Span("Semblance"));
        brand.addClassName("portal-brand");
        return brand;
    }

    private Component buildNavigation() {
        navigation.addClassName("portal-navigation");
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        if (PortalSession.user().isPresent()) {
            MenuConfiguration.getMenuEntries().stream().map(this::item).forEach(navigation::addItem);
        }
        return navigation;
    }

    private SideNavItem item(MenuEntry entry) {
        var icon = PortalIcon.valueOf(String.valueOf(entry.icon())).create();
        var item = new SideNavItem(getTranslation(entry.title()), entry.menuClass(), icon);
        item.setMatchNested(!entry.path().isEmpty());
        return item;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getContent().getElement().setAttribute("role", "main");
        title.setText(getContent() instanceof TitledView view ? view.title() : "Semblance");
    }
}
