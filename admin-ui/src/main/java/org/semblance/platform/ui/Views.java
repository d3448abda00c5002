package org.semblance.platform.ui;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import java.util.Optional;

/** Views by their address, for those who know where something is shown but not by whom. */
public final class Views {
    private Views() {}

    /** Whether there is a view at that address that the user of the page may open. */
    public static boolean mayOpen(String path) {
        return MenuConfiguration.getMenuEntries().stream()
                .anyMatch(entry -> address(entry).equals(path));
    }

    /** Where a view stands in the navigation; behind all others when the user may not open it. */
    static int position(String path) {
        List<String> known =
                MenuConfiguration.getMenuEntries().stream().map(Views::address).toList();
        int at = known.indexOf(path);
        return at < 0 ? known.size() : at;
    }

    /** The address of a view with something chosen in it; empty where the user may not open it. */
    public static Optional<String> address(String path, String query) {
        return mayOpen(path) ? Optional.of(query.isEmpty() ? path : path + "?" + query) : Optional.empty();
    }

    /** Where a view of the menu is, without what else its address may say. */
    static String address(MenuEntry entry) {
        int parameters = entry.path().indexOf("/:");
        String plain = parameters < 0 ? entry.path() : entry.path().substring(0, parameters);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }
}
