package org.semblance.transfer;

import org.semblance.platform.Problem;

/** One of the things that a file holds is not taken from it; the others are. */
public class ItemRefusedException extends Problem {
    private static final long serialVersionUID = 1L;

    private ItemRefusedException(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** What would lead out of the directory it belongs to. */
    public static ItemRefusedException unsafePath() {
        return new ItemRefusedException(
                Kind.REFUSED,
                "item-path-unsafe",
                "The name leads elsewhere: use relative names without '..', backslashes and control characters");
    }

    public static ItemRefusedException misplaced() {
        return new ItemRefusedException(
                Kind.REFUSED, "item-misplaced", "A picture lies in the folder of its person: Name/picture.jpg");
    }

    public static ItemRefusedException nestedArchive() {
        return new ItemRefusedException(
                Kind.REFUSED, "item-nested-archive", "Archives within archives are not opened; unpack it first");
    }

    public static ItemRefusedException expandsTooMuch(long times) {
        return new ItemRefusedException(
                Kind.REFUSED,
                "item-expands-too-much",
                "It would become more than " + times + " times as large when it is unpacked, as no picture does");
    }

    public static ItemRefusedException duplicate() {
        return new ItemRefusedException(
                Kind.REFUSED,
                "item-duplicate",
                "The archive has several entries of this name; nobody knows which counts");
    }

    public static ItemRefusedException missing() {
        return new ItemRefusedException(
                Kind.REFUSED, "item-missing", "There is no such file, or the server may not read it");
    }

    public static ItemRefusedException incomplete(String what) {
        return new ItemRefusedException(Kind.REFUSED, "item-incomplete", what);
    }
}
