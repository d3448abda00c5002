package org.semblance.surveillance.learning;

import java.util.Locale;

/** Why a face was learned or was not. */
public enum Reason {
    LEARNED,
    /** The camera's rules do not say that it learns. */
    OFF,
    /** The camera did not recognise anybody for certain. */
    NOT_MATCHED,
    USER_DISABLED,
    /** The face was embedded by another model than the one that recognised the person. */
    OTHER_MODEL,
    /** It is a match, but none to learn from. */
    NOT_SURE,
    /** Another person looks alike. */
    RIVAL_NEAR,
    QUALITY_LOW,
    NOT_LIVE,
    /** The person has a face like it already. */
    NOT_NEW,
    /** It is like a face of which people said that it is not this person's. */
    REJECTED,
    /** It is like faces that were learned, rather than like those that people gave; or too few of these are left. */
    NOT_GIVEN,
    /** The person is deleted, suspended for want of consent, under a legal hold, or one with another by now. */
    PERSON_AWAY,
    /** So many faces of the person were learned that no more may be. */
    ENOUGH,
    /** Another face of the person was learned a moment ago, or this very event was learned from. */
    TOO_SOON;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
