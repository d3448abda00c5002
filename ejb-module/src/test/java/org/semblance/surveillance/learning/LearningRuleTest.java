package org.semblance.surveillance.learning;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.unknown.UnknownWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** With a threshold of 0.5 and a margin of 0.05, learning takes 0.65 and a lead of 0.15. */
class LearningRuleTest {
    private static final LearningRule RULE =
            new LearningRule(new LearningSettings(0.15, 0.1, 0.6, 0.8, 0.95, 20, Duration.ofHours(1)));

    static Stream<Arguments> cases() {
        Recognised sure = Recognised.surely();
        return Stream.of(
                arguments("recognised for certain", sure, null),
                arguments("nobody else there", sure.with(0.8, null), null),
                arguments("live, as far as the pack can tell", sure.live(0.8), null),
                arguments("just sure enough", sure.with(0.65, 0.2), null),
                arguments("just new enough", sure.with(0.949, 0.2), null),
                arguments("the camera does not learn", sure.byOneThatDoesNotLearn(), Reason.OFF),
                arguments("ambiguous", sure.as(Outcome.AMBIGUOUS), Reason.NOT_MATCHED),
                arguments("unknown", sure.as(Outcome.UNKNOWN), Reason.NOT_MATCHED),
                arguments("rejected", sure.as(Outcome.REJECTED), Reason.NOT_MATCHED),
                arguments("the user is disabled", sure.ofDisabledUser(), Reason.USER_DISABLED),
                arguments("by another model", sure.byModel("other/model"), Reason.OTHER_MODEL),
                arguments("a match, but low confidence", sure.with(0.64, 0.2), Reason.NOT_SURE),
                arguments("somebody behind who would not match", sure.with(0.65, 0.499), null),
                arguments("somebody close behind", sure.with(0.66, 0.52), Reason.RIVAL_NEAR),
                arguments("far ahead of one who would match, too", sure.with(0.9, 0.5), Reason.RIVAL_NEAR),
                arguments("a poor picture", sure.ofQuality(0.59), Reason.QUALITY_LOW),
                arguments("perhaps a print", sure.live(0.79), Reason.NOT_LIVE),
                arguments("nothing new", sure.with(0.95, 0.2), Reason.NOT_NEW));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void learns_only_from_what_is_beyond_doubt(String what, Recognised seen, @Nullable Reason against) {
        assertThat(RULE.against(seen.camera(), seen.verdict(), UnknownWorld.MODEL))
                .as(what)
                .isEqualTo(Optional.ofNullable(against));
    }

    @Test
    void the_lead_must_be_larger_than_for_a_match() {
        var strict = new LearningRule(new LearningSettings(0, 0.4, 0, 0, 1, 20, Duration.ZERO));
        Recognised seen = Recognised.surely().with(0.8, 0.4);

        assertThat(strict.against(seen.camera(), seen.verdict(), UnknownWorld.MODEL))
                .contains(Reason.RIVAL_NEAR);
        assertThat(strict.threshold(seen.verdict())).isCloseTo(0.5, within(1e-9));
    }
}
