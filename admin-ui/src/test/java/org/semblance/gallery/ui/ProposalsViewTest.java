package org.semblance.gallery.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.QueryParameters;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class ProposalsViewTest extends PortalTest {
    private final GalleryName staff = services.galleries.have("staff", "Staff");

    @Test
    void makes_a_person_of_faces_that_look_alike() {
        services.work.clusters.have(staff, null, null);
        open(Permissions.PERSON_EDIT);

        _setValue(_get(ProposalCard.class).name, "Clara");
        _click(_get(ProposalCard.class).accept);

        assertThat(services.work.clusters.names).containsExactly("Clara");
        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("Nothing to decide");
    }

    @Test
    void says_whose_faces_they_seem_to_be() {
        services.work.clusters.have(staff, new PersonId(4), "Anna");

        open(Permissions.PERSON_EDIT);

        assertThat(_get(ProposalCard.class).getElement().getTextRecursively()).contains("Anna", "3 faces");
        assertThat(_get(ProposalCard.class).name.isVisible()).isFalse();
        assertThat(_get(ProposalCard.class).accept.getText()).isEqualTo("It is them");
    }

    @Test
    void discards_a_proposal_once_it_is_confirmed() {
        services.work.clusters.have(staff, null, null);
        open(Permissions.PERSON_EDIT);

        _click(_get(ProposalCard.class).discard);
        assertThat(_find(ProposalCard.class)).hasSize(1);
        var dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));

        assertThat(_find(ProposalCard.class)).isEmpty();
        UI.getCurrent().navigate("proposals/staff", QueryParameters.of("state", "discarded"));
        assertThat(_find(ProposalCard.class)).hasSize(1);
    }

    @Test
    void readers_see_and_decide_nothing() {
        services.work.clusters.have(staff, null, null);

        open();

        assertThat(_find(ProposalCard.class)).hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("Discard"))).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Look for more"))).isEmpty();
    }

    private void open(String... more) {
        signInWith(Stream.concat(Stream.of(Permissions.PERSON_READ, Permissions.GALLERY_READ), Stream.of(more))
                .toArray(String[]::new));
        UI.getCurrent().navigate("proposals/staff");
    }
}
