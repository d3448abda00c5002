package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.shared.Registration;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SignInService;

/**
 * The frame around the views: navigation to those that the user may open, where they are, the search that reaches
 * everything, and the user's own menu.
 */
@CdiComponent
public class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient SignInService signIns;
    private final transient NavigationBadges badges;
    private final transient NavigationNews news;
    private final transient QuickSearches searches;
    final SideNavigation navigation = new SideNavigation();
    final Breadcrumbs breadcrumbs = new Breadcrumbs();
    final Button search = new Button(getTranslation("quick.title"), PortalIcon.FIND.create(), event -> openSearch());
    private @Nullable Registration following;
    private @Nullable QuickSearchDialog searching;
    private @Nullable ShortcutSheet sheet;

    @Inject
    public MainLayout(SignInService signIns, NavigationBadges badges, NavigationNews news, QuickSearches searches) {
        this.signIns = signIns;
        this.badges = badges;
        this.news = news;
        this.searches = searches;
        addClassName("portal");
        setPrimarySection(Section.DRAWER);
        addToNavbar(buildToggle(), breadcrumbs, buildSearch(), buildUserMenu());
        addToDrawer(buildBrand(), new Scroller(navigation));
    }

    private Component buildToggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        return toggle;
    }

    private Component buildSearch() {
        search.addClassName("portal-search");
        search.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        search.setAriaLabel(getTranslation("quick.title"));
        search.setVisible(searches.isAny());
        var keys = new Span("Ctrl K");
        keys.addClassName("key");
        keys.getElement().setAttribute("aria-hidden", "true");
        search.setSuffixComponent(keys);
        return search;
    }

    private Component buildUserMenu() {
        return PortalSession.user()
                .<Component>map(user -> new UserMenu(user, signIns::signOut, this::openShortcuts))
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

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getContent().getElement().setAttribute("role", "main");
        breadcrumbs.show(getContent());
        navigation.show(badges.count());
        navigation.getElement().executeJs("window.semblanceShell.reveal(this)");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        following = news.follow(event.getUI(), () -> getElement().executeJs("window.semblanceShell.news()"));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (following != null) {
            following.remove();
        }
    }

    /** The page asks what is new, while somebody is there to see it. */
    @ClientCallable
    void refresh() {
        navigation.show(badges.count());
        refreshView();
    }

    @ClientCallable
    void refreshView() {
        if (getContent() instanceof LiveView live) {
            live.refresh();
        }
    }

    @ClientCallable
    void openSearch() {
        if (searches.isAny() && (searching == null || !searching.isOpened())) {
            searching = new QuickSearchDialog(searches);
            searching.open();
        }
    }

    @ClientCallable
    void openShortcuts() {
        if (sheet == null || !sheet.isOpened()) {
            List<Shortcut> onPage = getContent() instanceof TitledView view ? view.shortcuts() : List.of();
            sheet = new ShortcutSheet(breadcrumbs.title.getText(), onPage);
            sheet.open();
        }
    }
}
