package org.semblance.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.semblance.platform.ui.NavigationBadges.Counted;

/** The way to every view that the user may open, grouped by what they come for, with how much waits there. */
final class SideNavigation extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 999;

    private final Map<String, SideNavItem> items = new HashMap<>();

    SideNavigation() {
        addClassName("portal-navigation");
        if (PortalSession.user().isPresent()) {
            var groups = new EnumMap<NavigationGroup, SideNav>(NavigationGroup.class);
            for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
                groups.computeIfAbsent(group(entry), this::build).addItem(item(entry));
            }
            groups.values().forEach(this::add);
        }
    }

    private static NavigationGroup group(MenuEntry entry) {
        return NavigationGroup.of(Objects.requireNonNull(entry.order(), entry.path()));
    }

    private SideNav build(NavigationGroup group) {
        var nav = new SideNav();
        if (group == NavigationGroup.OVERVIEW) {
            nav.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        } else {
            nav.setLabel(getTranslation(group.key()));
            nav.setCollapsible(true);
        }
        return nav;
    }

    private SideNavItem item(MenuEntry entry) {
        var icon = PortalIcon.valueOf(String.valueOf(entry.icon())).create();
        var item = new SideNavItem(getTranslation(entry.title()), entry.menuClass(), icon);
        item.setMatchNested(!entry.path().isEmpty());
        items.put(Views.address(entry), item);
        return item;
    }

    /** Shows how much waits where; nothing where nothing does. */
    void show(List<Counted> counts) {
        for (Counted counted : counts) {
            SideNavItem item = items.get(counted.badge().path());
            if (item != null) {
                item.setSuffixComponent(counted.count() == 0 ? null : badge(counted));
            }
        }
    }

    private Span badge(Counted counted) {
        String number = LocalFormat.format(Math.min(counted.count(), MOST)) + (counted.count() > MOST ? "+" : "");
        var badge = new Span(number);
        badge.addClassNames(
                "navigation-badge", "badge-" + counted.badge().tone().name().toLowerCase(Locale.ROOT));
        String said = getTranslation(counted.badge().label(), counted.count());
        badge.getElement().setAttribute("title", said);
        badge.getElement().setAttribute("role", "img");
        badge.getElement().setAttribute("aria-label", said);
        return badge;
    }
}
