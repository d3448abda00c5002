package org.semblance.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.Command;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.semblance.identity.SignedInUser;

/** Who has signed in, how the portal looks to them, and the way out. */
final class UserMenu extends MenuBar {
    private static final long serialVersionUID = 1L;

    /** How the portal looks; which one, this browser remembers. */
    enum Appearance {
        LIGHT(PortalIcon.LIGHT),
        DARK(PortalIcon.DARK),
        SYSTEM(PortalIcon.SYSTEM);

        private final PortalIcon icon;

        Appearance(PortalIcon icon) {
            this.icon = icon;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final Map<Appearance, MenuItem> appearances = new EnumMap<>(Appearance.class);
    final MenuItem signOut;

    UserMenu(SignedInUser user, Command endSession, Command openShortcuts) {
        addClassName("user-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        var avatar = new Avatar(user.displayName());
        MenuItem opener = addItem(avatar);
        opener.setAriaLabel(getTranslation("shell.user-menu", user.displayName()));
        SubMenu menu = opener.getSubMenu();
        menu.addItem(buildName(user)).setEnabled(false);
        menu.addSeparator();
        menu.addItem(entry(PortalIcon.ACCOUNT, "account.title"), event -> UI.getCurrent()
                .navigate("account"));
        menu.addItem(entry(PortalIcon.KEYBOARD, "keys.title"), event -> openShortcuts.execute());
        menu.addSeparator();
        for (var appearance : Appearance.values()) {
            appearances.put(appearance, buildAppearance(menu, appearance));
        }
        menu.addSeparator();
        signOut = menu.addItem(entry(PortalIcon.SIGN_OUT, "shell.sign-out"), event -> leave(endSession));
    }

    private Component buildName(SignedInUser user) {
        var name = new Div(new Span(user.displayName()), new Span(user.username()));
        name.addClassName("user-name");
        return name;
    }

    private MenuItem buildAppearance(SubMenu menu, Appearance appearance) {
        MenuItem item = menu.addItem(
                entry(appearance.icon, "shell.appearance." + appearance.id()), event -> choose(appearance));
        item.setCheckable(true);
        return item;
    }

    private Component entry(PortalIcon icon, String key) {
        var entry = new Div(icon.create(), new Span(getTranslation(key)));
        entry.addClassName("menu-entry");
        return entry;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().executeJs("return window.semblanceTheme.get()").then(String.class, this::check);
    }

    private void choose(Appearance appearance) {
        UI.getCurrent().getPage().executeJs("window.semblanceTheme.set($0)", appearance.id());
        check(appearance.id());
    }

    private void check(String id) {
        appearances.forEach(
                (appearance, item) -> item.setChecked(appearance.id().equals(id)));
    }

    private static void leave(Command endSession) {
        endSession.execute();
        UI.getCurrent().getPage().setLocation(PortalSession.exit());
        PortalSession.end();
    }
}
