package org.semblance.gallery;

import org.semblance.platform.Problem;

/** A later change of the same persons stands in the way of undoing an earlier one. */
public class UndoOrderException extends Problem {
    private static final long serialVersionUID = 1L;

    public UndoOrderException(PersonChangeId change, PersonChangeId later) {
        super(
                Kind.CONFLICT,
                "undo-order",
                "The change " + change + " cannot be undone before the later change " + later
                        + " of the same persons; undo that first");
    }
}
