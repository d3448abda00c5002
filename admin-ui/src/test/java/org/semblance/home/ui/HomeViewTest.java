package org.semblance.home.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GallerySummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Figure;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class HomeViewTest extends PortalTest {

    @Test
    void counts_what_there_is() {
        services.galleries.add(
                new GallerySummary("staff", "Staff", GalleryKind.GENERAL.rules(), 3, 7, Instant.EPOCH, 0));
        services.galleries.add(
                new GallerySummary("guests", "Guests", GalleryKind.GENERAL.rules(), 2, 4, Instant.EPOCH, 0));

        open(Permissions.ALL.toArray(String[]::new));

        assertThat(_find(_get(HomeView.class).figures, Figure.class))
                .extracting(figure -> figure.getElement().getChild(0).getText())
                .containsExactly("2", "5", "11", "0");
    }

    @Test
    void begins_with_the_first_gallery() {
        open(Permissions.ALL.toArray(String[]::new));

        assertThat(steps()).startsWith("galleries");
    }

    @Test
    void offers_only_what_the_user_may_do() {
        services.galleries.have("staff", "Staff");

        open(Permissions.GALLERY_READ, Permissions.SEARCH_RUN);

        assertThat(steps()).containsExactly("search");
    }

    @Test
    void counts_nothing_for_those_who_may_read_nothing() {
        open(Permissions.METRICS_READ);

        assertThat(_get(HomeView.class).getChildren()).isNotEmpty();
        assertThat(_find(Figure.class)).isEmpty();
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(HomeView.class);
    }

    private static List<String> steps() {
        return _find(_get(HomeView.class).steps, Anchor.class).stream()
                .map(Anchor::getHref)
                .toList();
    }
}
