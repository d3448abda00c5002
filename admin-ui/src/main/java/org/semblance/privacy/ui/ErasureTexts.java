package org.semblance.privacy.ui;

import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.privacy.erasure.Erasure;

/** How erasures are told. */
final class ErasureTexts {
    private ErasureTexts() {}

    static Badge badge(Erasure erasure) {
        Badge.Tone tone =
                switch (erasure.state()) {
                    case REQUESTED, RUNNING -> Badge.Tone.ACTIVE;
                    case HELD -> Badge.Tone.WARNING;
                    case DONE -> Badge.Tone.GOOD;
                    case FAILED -> Badge.Tone.BAD;
                    case CANCELLED -> Badge.Tone.NEUTRAL;
                };
        return new Badge(tone, Codes.of("erasure.state.", erasure.state()));
    }

    /** Whether nothing more will become of it by itself. */
    static boolean isOver(Erasure erasure) {
        return switch (erasure.state()) {
            case DONE, FAILED, CANCELLED -> true;
            case REQUESTED, RUNNING, HELD -> false;
        };
    }
}
