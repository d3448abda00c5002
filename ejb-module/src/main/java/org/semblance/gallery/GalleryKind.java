package org.semblance.gallery;

import java.util.Arrays;
import java.util.Locale;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.FalseAcceptRate;

/** What a gallery is for; says which rules it has unless told otherwise. */
public enum GalleryKind {
    /** No particular use. */
    GENERAL(FalseAcceptRate.ONE_IN_TEN_THOUSAND, 1, UnknownFaces.FOUND),
    /** People who are let in: rather not known than mistaken. One stranger in 1,000 against 1,000 enrolled. */
    STAFF(FalseAcceptRate.ONE_IN_A_MILLION, 3, UnknownFaces.KEEP),
    /** Pictures of friends and family: rather found too often than missed. */
    ALBUM(FalseAcceptRate.ONE_IN_THOUSAND, 1, UnknownFaces.FOUND),
    /** People known to the public, to be compared with; nobody is added by a photo. */
    PUBLIC_FIGURES(FalseAcceptRate.ONE_IN_TEN_THOUSAND, 1, UnknownFaces.DROP);

    private final FalseAcceptRate falseAcceptRate;
    private final int minFaces;
    private final UnknownFaces unknownFaces;

    GalleryKind(FalseAcceptRate falseAcceptRate, int minFaces, UnknownFaces unknownFaces) {
        this.falseAcceptRate = falseAcceptRate;
        this.minFaces = minFaces;
        this.unknownFaces = unknownFaces;
    }

    /** What becomes of a recognised face of nobody known. */
    public enum UnknownFaces {
        /** It founds a person. */
        FOUND,
        /** It is stored without a person. */
        KEEP,
        /** It is not stored. */
        DROP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static UnknownFaces of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(
                            () -> new InvalidInputException("unknown_faces", "unknown_faces is found, keep or drop"));
        }
    }

    /** In kebab-case, as in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static GalleryKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "kind", "A gallery's kind is general, staff, album or public-figures, not '" + code + "'"));
    }

    public GalleryRules rules() {
        return new GalleryRules(
                this,
                falseAcceptRate,
                null,
                GalleryRules.DEFAULT_MARGIN,
                GalleryRules.DEFAULT_MIN_QUALITY,
                minFaces,
                unknownFaces,
                false);
    }
}
