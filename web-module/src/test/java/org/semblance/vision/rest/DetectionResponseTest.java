package org.semblance.vision.rest;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.platform.rest.JsonConfiguration;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.Liveness;
import org.semblance.vision.PixelSize;
import org.semblance.vision.Quality;
import org.semblance.vision.QualityReason;

import static org.assertj.core.api.Assertions.assertThat;

class DetectionResponseTest {

    @Test
    void is_snake_case_json_with_no_needless_digit() {
        var detected = new DetectedFace(
                new Box(1.234567f, 2, 30.5f, 40), new Landmarks(1, 2, 3, 4, 5, 6, 7, 8, 9, 10.004f), 0.9321458f);
        var quality = new Quality(0.831249, Set.of(QualityReason.TOO_SMALL, QualityReason.TOO_DARK));
        var response = new DetectionResponse(
                FaceBody.Size.of(new PixelSize(1280, 886)),
                List.of(new DetectionResponse.Face(
                        FaceBody.Rectangle.of(detected.box()),
                        FaceBody.landmarks(detected.landmarks()),
                        FaceBody.confidence(detected),
                        FaceBody.Fitness.of(quality),
                        null)));

        assertThat(new JsonConfiguration().getContext(Object.class).toJson(response))
                .isEqualTo("{\"faces\":[{\"box\":{\"height\":40.0,\"width\":30.5,\"x\":1.23,\"y\":2.0},"
                        + "\"confidence\":0.9321,"
                        + "\"landmarks\":[[1.0,2.0],[3.0,4.0],[5.0,6.0],[7.0,8.0],[9.0,10.0]],"
                        + "\"quality\":{\"reasons\":[\"too-dark\",\"too-small\"],\"score\":0.8312}}],"
                        + "\"image\":{\"height\":886,\"width\":1280}}");
    }

    @Test
    void liveness_is_told_when_it_was_asked_for() {
        var liveness = DetectionResponse.LivenessBody.of(new Liveness(0.987649, true));

        assertThat(new JsonConfiguration().getContext(Object.class).toJson(liveness))
                .isEqualTo("{\"live\":true,\"score\":0.9876}");
        assertThat(DetectionResponse.LivenessBody.of(null)).isNull();
    }
}
