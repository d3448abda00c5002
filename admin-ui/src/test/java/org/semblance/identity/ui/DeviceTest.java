package org.semblance.identity.ui;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0 | Edge, Windows
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/604.1 | Safari, iPhone
            Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36 | Chrome, Android
            curl/8.14.1 | curl
            door-agent 7 | door-agent 7
            """)
    void is_called_as_people_know_it(String userAgent, String name) {
        assertThat(Device.of(userAgent)).isEqualTo(name);
    }

    @Test
    void is_called_nothing_when_it_says_nothing_and_is_cut_when_it_says_too_much() {
        assertThat(Device.of(null)).isEmpty();
        assertThat(Device.of("x".repeat(500))).hasSize(61);
    }
}
