package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.EmptyState;
import org.semblance.portal.PortalTest;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.health.CameraState;
import org.semblance.surveillance.pull.NewSource;
import org.semblance.surveillance.pull.SourceKind;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class CamerasViewTest extends PortalTest {
    private static final CameraName DOOR = new CameraName("door");

    @Test
    void tells_of_each_camera_how_it_is() {
        services.watch.cameras.have("door", "Front door", "staff");
        services.watch.cameras.have("yard", "Yard", "staff");
        services.watch.states.put(DOOR, CameraState.Status.ONLINE);
        open(Permissions.CAMERA_READ);

        assertThat(_find(CameraCard.class)).hasSize(2);
        assertThat(_find(Badge.class)).extracting(Badge::getText).containsExactly("Online", "Never seen");
    }

    @Test
    void a_camera_whose_reading_fails_now_and_then_is_degraded() {
        services.watch.cameras.have("door", "Front door", "staff");
        services.watch.states.put(DOOR, CameraState.Status.ONLINE);
        services.watch.sources.put(
                DOOR, new NewSource(SourceKind.MJPEG, "http://camera.example/", 2, null, null, true));
        services.watch.failing.put(DOOR, "too-slow");
        open(Permissions.CAMERA_READ);

        assertThat(_get(Badge.class).getText()).isEqualTo("Degraded");
    }

    @Test
    void changes_of_state_are_shown_on_the_same_cards() {
        services.watch.cameras.have("door", "Front door", "staff");
        services.watch.states.put(DOOR, CameraState.Status.ONLINE);
        open(Permissions.CAMERA_READ);
        var card = _get(CameraCard.class);

        services.watch.states.put(DOOR, CameraState.Status.OFFLINE);
        _get(CamerasView.class).refresh();

        assertThat(_get(CameraCard.class)).isSameAs(card);
        assertThat(_get(Badge.class).getText()).isEqualTo("Offline");
    }

    @Test
    void narrows_by_text_and_state_as_the_address_says() {
        services.watch.cameras.have("door", "Front door", "staff");
        services.watch.cameras.have("yard", "Yard", "staff");
        services.watch.states.put(DOOR, CameraState.Status.ONLINE);
        signInWith(Permissions.CAMERA_READ);

        UI.getCurrent().navigate("cameras", QueryParameters.of("state", "never"));
        assertThat(_get(CameraCard.class).getHref()).isEqualTo("cameras/yard");

        _setValue(_get(CamerasView.class).text, "front");
        assertThat(_find(CameraCard.class)).isEmpty();
        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    @Test
    void sets_up_a_camera_and_shows_it() {
        services.galleries.have("staff", "Staff");
        open(Permissions.CAMERA_READ, Permissions.CAMERA_MANAGE, Permissions.GALLERY_READ);

        _click(_get(Button.class, spec -> spec.withText("Set up camera")));
        var dialog = _get(CameraDialog.class);
        _click(dialog.save);
        assertThat(dialog.form.cameraTitle.isInvalid()).isTrue();
        dialog.form.cameraTitle.setValue("Front Door");
        assertThat(dialog.form.name.getValue()).isEqualTo("front-door");
        _click(dialog.save);

        var made = services.watch.cameras.require(new CameraName("front-door"));
        assertThat(made.gallery().value()).isEqualTo("staff");
        assertThat(made.rules().keepsUnknown()).isTrue();
        assertThat(_get(CameraView.class).title()).isEqualTo("Front Door");
    }

    @Test
    void says_why_a_camera_cannot_be_set_up() {
        services.galleries.have("staff", "Staff");
        services.watch.cameras.have("door", "Front door", "staff");
        open(Permissions.CAMERA_READ, Permissions.CAMERA_MANAGE, Permissions.GALLERY_READ);

        _click(_get(Button.class, spec -> spec.withText("Set up camera")));
        var dialog = _get(CameraDialog.class);
        dialog.form.cameraTitle.setValue("Door");
        _click(dialog.save);

        assertThat(dialog.notes.text()).startsWith("There is a camera of that name already.");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void readers_are_offered_nothing_to_set_up() {
        open(Permissions.CAMERA_READ);

        assertThat(_find(EmptyState.class)).hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("Set up camera"))).isEmpty();
    }

    @Test
    void is_closed_to_others() {
        open(Permissions.EVENT_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate("cameras");
    }
}
