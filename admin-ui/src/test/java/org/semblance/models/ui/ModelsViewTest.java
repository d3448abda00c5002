package org.semblance.models.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.portal.PortalTest;
import org.semblance.vision.pack.CataloguePack;
import org.semblance.vision.pack.Licence;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class ModelsViewTest extends PortalTest {
    @Test
    void says_which_pack_is_in_use_and_how_sure_it_is() {
        services.work.packs.have("starter", true, false);

        open(Permissions.MODEL_READ);

        assertThat(_get(PackCard.class).getElement().getTextRecursively())
                .contains("starter", "In use", "MIT")
                .contains("One in 1,000", "0.30", "0.50, reckoned");
    }

    @Test
    void changes_to_another_pack_and_tells_how_far_that_is() {
        services.work.packs.have("starter", true, false);
        services.work.packs.have("better", false, false);
        open(Permissions.MODEL_READ, Permissions.MODEL_MANAGE, Permissions.JOB_READ);

        _click(_find(PackCard.class).get(1).activate);
        _click(_get(LicenceDialog.class).submit);

        assertThat(services.work.packUse.activated).containsExactly("better false");
        assertThat(_get(ActivationPanel.class).getElement().getTextRecursively())
                .contains("Changing to better", "120 faces left", "Run 9");
    }

    @Test
    void has_restricted_terms_accepted_first() {
        services.work.packs.have("restricted", false, true);
        open(Permissions.MODEL_READ, Permissions.MODEL_MANAGE);

        _click(_get(PackCard.class).activate);
        var dialog = _get(LicenceDialog.class);
        assertThat(dialog.submit.isEnabled()).isFalse();
        _setValue(dialog.accept, true);
        _click(dialog.submit);

        assertThat(services.work.packUse.activated).containsExactly("restricted true");
    }

    @Test
    void fetches_a_pack_from_the_catalogue() {
        services.work.packs.catalogue.add(
                new CataloguePack("auraface", "1", new Licence("MIT", null, false), "Another", List.of(), Map.of()));
        open(Permissions.MODEL_READ, Permissions.MODEL_MANAGE);

        _click(_get(CatalogueCard.class).install);
        _click(_get(LicenceDialog.class).submit);

        assertThat(services.work.packs.fetched).containsExactly("auraface false");
    }

    @Test
    void removes_a_pack_that_is_not_in_use() {
        services.work.packs.have("old", false, false);
        open(Permissions.MODEL_READ, Permissions.MODEL_MANAGE);

        _click(_get(PackCard.class).remove);
        var dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));

        assertThat(_find(PackCard.class)).isEmpty();
        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    @Test
    void readers_change_nothing() {
        services.work.packs.have("starter", true, false);
        services.work.packs.have("better", false, false);

        open(Permissions.MODEL_READ);

        assertThat(_find(Button.class, spec -> spec.withText("Use this pack"))).isEmpty();
        assertThat(_find(PackUpload.class)).isEmpty();
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(ModelsView.class);
    }
}
