package org.semblance.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.ui.GalleriesView;
import org.semblance.jobs.ui.JobsView;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

class NavigationGuardTest extends PortalTest {

    @Test
    void remembers_where_a_stranger_wanted_to_go() {
        UI.getCurrent().navigate("persons/staff/17");

        assertThat(VaadinSession.getCurrent()
                        .getSession()
                        .getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT))
                .isEqualTo("persons/staff/17");
    }

    @Test
    void lets_a_user_into_the_views_of_their_roles() {
        signInWith(Permissions.GALLERY_READ);

        UI.getCurrent().navigate("galleries");

        assertThat(_find(GalleriesView.class)).hasSize(1);
    }

    @Test
    void keeps_a_user_out_of_all_other_views() {
        signInWith(Permissions.GALLERY_READ);

        UI.getCurrent().navigate("jobs");

        assertThat(_find(JobsView.class)).isEmpty();
        assertThat(_find(AccessDeniedView.class)).hasSize(1);
        assertThat(services.trail.recorded).hasSize(1);
        assertThat(services.trail.recorded.get(0).subjectId()).isEqualTo("jobs");
    }
}
