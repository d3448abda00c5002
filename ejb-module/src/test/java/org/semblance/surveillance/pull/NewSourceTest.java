package org.semblance.surveillance.pull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NewSourceTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.009, 30.1, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_rates_that_no_camera_has(double rate) {
        assertThatThrownBy(() -> new NewSource(SourceKind.MJPEG, "http://camera/", rate, null, null, true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("frames_per_second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a\"b", "a\r\nX: y", "jürgen"})
    void refuses_users_that_no_header_can_carry(String username) {
        assertThatThrownBy(() -> source(username, "secret"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("username");
    }

    @Test
    void refuses_a_password_of_nobody_and_an_empty_one() {
        assertThatThrownBy(() -> source(null, "secret")).hasMessageContaining("username");
        assertThatThrownBy(() -> source("viewer", "")).hasMessageContaining("password");
    }

    @Test
    void shows_no_password() {
        assertThat(source("viewer", "secret").toString()).doesNotContain("secret");
        assertThat(new Login("viewer", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void refuses_other_kinds() {
        assertThat(SourceKind.of("mjpeg")).isEqualTo(SourceKind.MJPEG);
        assertThatThrownBy(() -> SourceKind.of("rtsp")).hasMessage("kind is snapshot or mjpeg, not 'rtsp'");
    }

    private static NewSource source(@Nullable String username, @Nullable String password) {
        return new NewSource(SourceKind.SNAPSHOT, "http://camera.example/", 1, username, password, true);
    }
}
