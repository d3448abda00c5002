package org.semblance.platform.ui;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class MainLayoutTest extends PortalTest {

    @Test
    void leads_to_every_view_that_the_user_may_open() {
        signInWith(Permissions.ALL.toArray(String[]::new));
        UI.getCurrent().navigate("");

        assertThat(items()).containsExactly("Start", "Search by photo", "Persons", "Galleries", "Jobs");
    }

    @Test
    void does_not_show_what_the_user_may_not_open() {
        signInWith(Permissions.SEARCH_RUN, Permissions.GALLERY_READ);
        UI.getCurrent().navigate("");

        assertThat(items()).containsExactly("Start", "Search by photo", "Galleries");
    }

    @Test
    void shows_the_title_of_the_view() {
        signInWith(Permissions.GALLERY_READ);
        UI.getCurrent().navigate("galleries");

        assertThat(_get(MainLayout.class).title.getText()).isEqualTo("Galleries");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Galleries · Semblance");
    }

    @Test
    void speaks_german() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        signInWith(Permissions.GALLERY_READ);
        UI.getCurrent().navigate("galleries");

        assertThat(items()).containsExactly("Start", "Galerien");
    }

    @Test
    void signing_out_ends_the_session() {
        signInWith(Permissions.GALLERY_READ);
        UI.getCurrent().navigate("");

        ContextMenuKt._click(_get(UserMenu.class), _get(UserMenu.class).signOut);

        assertThat(signedIn()).isEmpty();
    }

    private static List<String> items() {
        return _find(SideNavItem.class).stream().map(SideNavItem::getLabel).toList();
    }
}
