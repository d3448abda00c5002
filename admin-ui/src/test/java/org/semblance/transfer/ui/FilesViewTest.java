package org.semblance.transfer.ui;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class FilesViewTest extends PortalTest {
    @Test
    void lists_what_was_sent_and_what_can_be_carried_away() {
        services.work.uploads.have("staff.zip", 1_500_000);
        services.work.exports.have("staff-7.zip", 2_000_000);

        open(Permissions.JOB_MANAGE, Permissions.PERSON_ENROLL, Permissions.GALLERY_EXPORT);

        assertThat(_size(_get(ImportFiles.class).grid)).isEqualTo(1);
        assertThat(_size(_get(ExportedFiles.class).grid)).isEqualTo(1);
    }

    @Test
    void asks_for_the_password_before_an_archive_is_carried_away() {
        services.signIns.have("ada", "correct horse battery", false);
        services.work.exports.have("staff-7.zip", 2_000_000);
        services.work.exports.needsStepUp = true;
        open(Permissions.GALLERY_EXPORT);

        _clickRenderer("Download staff-7.zip");
        assertThat(services.work.exports.fetched).isEmpty();
        var again = _get(PasswordAgain.class);
        _setValue(again.password, "correct horse battery");
        _click(again.submit);

        assertThat(services.work.exports.fetched).containsExactly("staff-7.zip");
    }

    @Test
    void shows_each_only_what_their_role_is_about() {
        open(Permissions.GALLERY_EXPORT);

        assertThat(_find(ImportFiles.class)).isEmpty();
        assertThat(_find(ExportedFiles.class)).hasSize(1);
    }

    @Test
    void is_closed_to_everybody_else() {
        open(Permissions.JOB_READ);

        assertThat(_find(FilesView.class)).isEmpty();
    }

    private void _clickRenderer(String label) {
        var grid = _get(ExportedFiles.class).grid;
        var row = GridKt._getCellComponent(grid, 0, "actions");
        row.getChildren()
                .map(Button.class::cast)
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .ifPresent(LocatorJ::_click);
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(FilesView.class);
    }
}
