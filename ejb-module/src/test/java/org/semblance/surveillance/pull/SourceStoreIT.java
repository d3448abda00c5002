package org.semblance.surveillance.pull;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.audit.AuditEvent;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Statements;
import org.semblance.platform.VersionMismatchException;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.CameraEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceStoreIT {
    @TempDir
    Path directory;

    private PullWorld world;
    private CameraId door;

    @BeforeEach
    void open() {
        world = new PullWorld(directory);
        door = world.cameras.camera("door");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sets_up_changes_and_removes() {
        CameraSource made = put("http://camera.example/a?token=t", "viewer", "secret", ExpectedVersion.ANY);
        CameraSource changed = put("http://camera.example/b", "viewer", null, ExpectedVersion.of(made.version()));

        assertThat(made.version()).isEqualTo(1);
        assertThat(made.withoutQuery().url()).isEqualTo("http://camera.example/a");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(world.sources().find(door)).contains(changed);
        assertThat(world.sources().find(List.of(door))).containsExactly(changed);
        assertThat(world.sources().login(door)).isEqualTo(new Login("viewer", "secret"));
        assertThat(world.sources().remove(door)).isTrue();
        assertThat(world.sources().remove(door)).isFalse();
        assertThat(world.sources().find(door)).isEmpty();
        assertThat(world.audited)
                .extracting(AuditEvent::action)
                .containsExactly("camera.source-changed", "camera.source-changed", "camera.source-removed");
        assertThat(world.audited.toString()).doesNotContain("secret", "token=t").contains("camera.example");
        assertThat(world.events.types())
                .containsExactly(CameraEvent.Type.CHANGED, CameraEvent.Type.CHANGED, CameraEvent.Type.CHANGED);
    }

    @Test
    void refuses_what_somebody_else_changed_meanwhile() {
        put("http://camera.example/", null, null, ExpectedVersion.ANY);
        put("http://camera.example/", null, null, ExpectedVersion.ANY);

        assertThatThrownBy(() -> put("http://camera.example/", null, null, ExpectedVersion.of(1)))
                .isInstanceOf(VersionMismatchException.class);
    }

    @Test
    void sends_a_password_on_to_nobody_else() {
        put("http://camera.example/", "viewer", "secret", ExpectedVersion.ANY);

        for (String elsewhere :
                new String[] {"http://other.example/", "https://camera.example/", "http://camera.example:8080/"}) {
            assertThatThrownBy(() -> put(elsewhere, "viewer", null, ExpectedVersion.ANY))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("password is missing");
        }
        assertThatThrownBy(() -> put("http://camera.example/", "other", null, ExpectedVersion.ANY))
                .isInstanceOf(InvalidInputException.class);
        assertThat(put("http://camera.example/", null, null, ExpectedVersion.ANY)
                        .username())
                .isNull();
        assertThat(world.sources().login(door)).isNull();
    }

    @Test
    void the_password_is_sealed_and_no_report_sees_it() {
        put("http://camera.example/?token=t", "viewer", "secret", ExpectedVersion.ANY);
        var reports = new Statements(world.cameras.read());

        byte[] sealed = world.cameras
                .owner()
                .first("SELECT password FROM semblance.camera_source", row -> row.getBytes(1))
                .orElseThrow();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        assertThatThrownBy(() -> reports.list("SELECT password FROM semblance.camera_source", row -> 1))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> reports.list("SELECT url FROM semblance.camera_source", row -> 1))
                .hasMessageContaining("permission denied");
        assertThat(reports.list("SELECT kind FROM semblance.camera_source", row -> row.getString(1)))
                .containsExactly("mjpeg");
    }

    @Test
    void a_source_goes_with_its_camera() {
        put("http://camera.example/", null, null, ExpectedVersion.ANY);

        world.cameras.owner().change("DELETE FROM semblance.camera WHERE id = ?", door.value());

        assertThat(world.sources().find(door)).isEmpty();
    }

    private CameraSource put(
            String url, @Nullable String username, @Nullable String password, ExpectedVersion expected) {
        return world.put(door, new NewSource(SourceKind.MJPEG, url, 2, username, password, true), expected);
    }
}
