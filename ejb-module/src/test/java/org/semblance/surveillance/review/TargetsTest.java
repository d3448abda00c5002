package org.semblance.surveillance.review;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.FaceId;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.unknown.StrangerId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TargetsTest {

    @Test
    void something_must_be_named_and_not_everything_at_once() {
        assertThatThrownBy(() -> new Targets(List.of(), List.of())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Targets(
                        LongStream.range(0, 201).mapToObj(FaceId::new).toList(), List.of()))
                .hasMessageContaining("200");
        assertThatThrownBy(() -> new Targets(
                        List.of(),
                        LongStream.range(0, 51).mapToObj(StrangerId::new).toList()))
                .hasMessageContaining("50");
    }

    @Test
    void what_is_named_twice_is_meant_once() {
        assertThat(new Targets(List.of(new FaceId(1), new FaceId(1)), List.of()).faces())
                .hasSize(1);
    }
}
