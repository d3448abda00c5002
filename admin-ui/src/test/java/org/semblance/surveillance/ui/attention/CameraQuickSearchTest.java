package org.semblance.surveillance.ui.attention;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.platform.ui.QuickSearch.Hit;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.CameraService;

import static org.assertj.core.api.Assertions.assertThat;

class CameraQuickSearchTest {
    private final CameraQuickSearch search = new CameraQuickSearch(new Known());

    @Test
    void finds_cameras_by_name_title_place_and_number() {
        var gate = new Hit("Main gate", "gate · Yard", "cameras/gate");

        assertThat(search.find("MAIN", 6)).containsExactly(gate);
        assertThat(search.find("yard", 6)).containsExactly(gate);
        assertThat(search.find("3", 6)).containsExactly(gate);
        assertThat(search.find("lobby", 6)).extracting(Hit::detail).containsExactly("lobby");
        assertThat(search.find("a", 1)).hasSize(1);
    }

    private static final class Known extends CameraService {
        @Override
        public List<Camera> list() {
            return List.of(camera(3, "gate", "Main gate", "Yard"), camera(4, "lobby", "Front hall", ""));
        }

        private static Camera camera(long id, String name, String title, String place) {
            var staff = new GalleryName("staff");
            var rules = CameraRules.STANDARD;
            return new Camera(
                    new CameraId(id), new CameraName(name), title, place, 1, staff, rules, true, Instant.EPOCH, 1);
        }
    }
}
