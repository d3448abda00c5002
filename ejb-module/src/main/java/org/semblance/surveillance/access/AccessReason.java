package org.semblance.surveillance.access;

import java.util.Locale;

/** Why somebody may pass, or may not. */
public enum AccessReason {
    /** A rule allows it, and none denies it. */
    ALLOWED,
    /** A rule denies it, whatever others allow. */
    DENIED_BY_RULE,
    /** No rule allows it, at any time. */
    NO_RULE,
    /** A rule allows it, at other times. */
    OUTSIDE_HOURS,
    /** The user is disabled. */
    USER_DISABLED,
    /** It is nobody known, or nobody who may be recognised. */
    NOT_RECOGNISED,
    /** It may be one or another. */
    AMBIGUOUS,
    /** It may be a print or a screen. */
    NOT_LIVE,
    /** Too little is to be seen of the face. */
    FACE_QUALITY_LOW,
    /** No camera of the door looks for persons of that gallery. */
    NOT_WATCHED,
    /** Nothing is decided at the door. */
    DOOR_DISABLED,
    /** The rules could not be read for too long to go by them. */
    RULES_OUTDATED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the reason of a decision on a face that is nobody's means at a door. */
    static AccessReason ofFace(String reason) {
        return switch (reason) {
            case "too-close" -> AMBIGUOUS;
            case "not-live" -> NOT_LIVE;
            case "face-quality-low" -> FACE_QUALITY_LOW;
            default -> NOT_RECOGNISED;
        };
    }
}
