package org.semblance.platform.rest;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BoundedStreamTest {

    @Test
    void gives_all_bytes_within_the_bound() throws Exception {
        assertThat(new BoundedStream(new ByteArrayInputStream(new byte[10]), 10).readAllBytes())
                .hasSize(10);
    }

    @Test
    void refuses_one_byte_more_however_it_is_read() {
        assertThatThrownBy(() -> stream().readAllBytes()).isInstanceOf(RequestTooLargeException.class);
        assertThatThrownBy(() -> stream().skipNBytes(11)).isInstanceOf(RequestTooLargeException.class);
        assertThatThrownBy(() -> {
                    BoundedStream stream = stream();
                    for (int i = 0; i < 11; i++) {
                        assertThat(stream.read()).isZero();
                    }
                })
                .isInstanceOf(RequestTooLargeException.class);
    }

    private static BoundedStream stream() {
        return new BoundedStream(new ByteArrayInputStream(new byte[11]), 10);
    }
}
