package org.semblance.surveillance.ui.camera;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.FailureView;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.portal.PortalTest;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.NewCamera;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.pull.NewSource;
import org.semblance.surveillance.pull.SourceKind;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class CameraViewTest extends PortalTest {
    private static final CameraName DOOR = new CameraName("door");
    private static final String[] MANAGER = {
        Permissions.CAMERA_READ,
        Permissions.CAMERA_MANAGE,
        Permissions.CAMERA_SEND,
        Permissions.GALLERY_READ,
        Permissions.EVENT_READ,
        Permissions.APIKEY_CREATE
    };

    @BeforeEach
    void have_a_camera() {
        services.galleries.have("staff", "Staff");
        services.watch.cameras.have("door", "Front door", "staff");
    }

    @Test
    void shows_whom_it_saw_and_what_happened_to_it() {
        services.watch.events.matched("door", 7, "Anna");
        services.watch.events.happen("door", CameraEvent.Type.ONLINE);
        open(MANAGER);

        assertThat(view().title()).isEqualTo("Front door");
        assertThat(view().history.getElement().getTextRecursively()).contains("Anna");
        assertThat(view().history.getElement().getTextRecursively()).contains("Online");
    }

    @Test
    void a_change_that_somebody_else_made_meanwhile_is_not_overwritten() {
        open(MANAGER);
        _click(_get(Button.class, spec -> spec.withText("Edit")));
        var dialog = _get(CameraDialog.class);
        renameElsewhere("Main door");

        dialog.form.cameraTitle.setValue("Side door");
        _click(dialog.save);
        assertThat(dialog.notes.text()).startsWith("Somebody else has changed this");
        assertThat(camera().title()).isEqualTo("Main door");

        _click(dialog.notes.reload);
        assertThat(dialog.form.cameraTitle.getValue()).isEqualTo("Main door");
        dialog.form.cameraTitle.setValue("Side door");
        _click(dialog.save);
        assertThat(camera().title()).isEqualTo("Side door");
        assertThat(view().title()).isEqualTo("Side door");
    }

    @Test
    void disables_and_enables() {
        open(MANAGER);

        _click(_get(Button.class, spec -> spec.withText("Disable")));
        assertThat(camera().isEnabled()).isFalse();
        _click(_get(Button.class, spec -> spec.withText("Enable")));
        assertThat(camera().isEnabled()).isTrue();
    }

    @Test
    void shows_what_somebody_else_changed_before_it_disables() {
        open(MANAGER);
        renameElsewhere("Main door");

        _click(_get(Button.class, spec -> spec.withText("Disable")));
        var conflict = _get(CameraConflict.class);
        assertThat(conflict.getElement().getTextRecursively())
                .contains("Main door, was Front door")
                .doesNotContain("Threshold");
        assertThat(camera().isEnabled()).isTrue();
        ConfirmDialogKt._fireConfirm(conflict);

        assertThat(camera().isEnabled()).isFalse();
        assertThat(camera().title()).isEqualTo("Main door");
        assertThat(view().title()).isEqualTo("Main door");
    }

    @Test
    void leaves_a_camera_as_somebody_else_has_changed_it() {
        open(MANAGER);
        renameElsewhere("Main door");

        _click(_get(Button.class, spec -> spec.withText("Disable")));
        ConfirmDialogKt._fireReject(_get(CameraConflict.class));

        assertThat(camera().isEnabled()).isTrue();
        assertThat(view().title()).isEqualTo("Main door");
    }

    @Test
    void asks_nothing_when_somebody_else_was_quicker_to_do_the_same() {
        open(MANAGER);
        services.watch.cameras.change(
                DOOR,
                new NewCamera(DOOR, "Main door", "", camera().gallery(), camera().rules(), false),
                ExpectedVersion.ANY);

        _click(_get(Button.class, spec -> spec.withText("Disable")));

        assertThat(_find(CameraConflict.class)).isEmpty();
        assertThat(camera().isEnabled()).isFalse();
        assertThat(view().title()).isEqualTo("Main door");
    }

    @Test
    void shows_what_somebody_else_changed_before_it_removes() {
        open(MANAGER);
        renameElsewhere("Main door");

        _click(_get(Button.class, spec -> spec.withText("Remove")));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(services.watch.cameras.list()).hasSize(1);
        ConfirmDialogKt._fireConfirm(_get(CameraConflict.class));

        assertThat(services.watch.cameras.list()).isEmpty();
        assertThat(_find(CamerasView.class)).hasSize(1);
    }

    @Test
    void removes_once_that_is_confirmed() {
        open(MANAGER);

        _click(_get(Button.class, spec -> spec.withText("Remove")));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.watch.cameras.list()).isEmpty();
        assertThat(_find(CamerasView.class)).hasSize(1);
    }

    @Test
    void a_key_is_shown_once_after_the_password_was_proved() {
        services.signIns.have("ada", "a good password", false);
        services.watch.cameras.needsStepUp = true;
        open(MANAGER);

        _click(_get(Button.class, spec -> spec.withText("Make a key")));
        var dialog = _get(KeyDialog.class);
        dialog.name.setValue("Agent");
        _click(dialog.create);
        var again = _get(PasswordAgain.class);
        again.password.setValue("a good password");
        _click(again.submit);

        assertThat(dialog.made.getValue()).isEqualTo("smb_abc_secret");
        assertThat(view().keys.getElement().getTextRecursively()).contains("Agent", "Active");
        dialog.close();
        assertThat(view().keys.getElement().getTextRecursively()).doesNotContain("smb_abc_secret");
    }

    @Test
    void the_password_of_a_source_goes_in_and_never_comes_out() {
        open(MANAGER);

        _click(_get(Button.class, spec -> spec.withText("Have it read")));
        var dialog = _get(SourceDialog.class);
        _click(dialog.save);
        assertThat(dialog.url.isInvalid()).isTrue();
        dialog.url.setValue("http://camera.example/video");
        dialog.password.setValue("secret");
        _click(dialog.save);
        assertThat(dialog.username.isInvalid()).isTrue();
        dialog.username.setValue("viewer");
        _click(dialog.save);

        assertThat(password()).isEqualTo("secret");
        _click(_get(view().source, Button.class, spec -> spec.withText("Edit")));
        var edit = _get(SourceDialog.class);
        assertThat(edit.password.getValue()).isEmpty();
        _click(edit.save);
        assertThat(password()).isNull();
    }

    @Test
    void tries_a_source_and_says_why_it_fails() {
        services.watch.sources.put(DOOR, new NewSource(SourceKind.MJPEG, "http://c.example/", 2, null, null, true));
        open(MANAGER);

        _click(_get(Button.class, spec -> spec.withText("Try now")));

        assertThat(view().source.trial.getText()).startsWith("No picture: The camera cannot be reached");
    }

    @Test
    void readers_are_offered_nothing_to_change() {
        open(Permissions.CAMERA_READ);

        assertThat(_find(Button.class, spec -> spec.withText("Edit"))).isEmpty();
        assertThat(_find(KeysPanel.class)).isEmpty();
        assertThat(view().history.isVisible()).isFalse();
    }

    @Test
    void says_that_a_camera_is_gone() {
        signInWith(MANAGER);
        UI.getCurrent().navigate("cameras/nowhere");

        assertThat(_find(FailureView.class)).hasSize(1);
    }

    @Test
    void is_closed_to_others() {
        open(Permissions.EVENT_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private void renameElsewhere(String title) {
        Camera before = camera();
        services.watch.cameras.change(
                DOOR,
                new NewCamera(DOOR, title, before.location(), before.gallery(), before.rules(), before.isEnabled()),
                ExpectedVersion.ANY);
    }

    private @Nullable String password() {
        return Objects.requireNonNull(services.watch.sources.get(DOOR)).password();
    }

    private Camera camera() {
        return services.watch.cameras.require(DOOR);
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate("cameras/door");
    }

    private static CameraView view() {
        return _get(CameraView.class);
    }
}
