package org.semblance.gallery.search;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The database cannot read a graph index; the embeddings that it was made of are not touched by that. */
@ApplicationException(rollback = true)
public class BrokenGraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Internal errors, damaged data and indexes. */
    private static final String INTERNAL_ERROR = "XX";

    /** Files that are missing or cannot be read. */
    private static final String SYSTEM_ERROR = "58";

    public BrokenGraphException(long gallery, Throwable cause) {
        super("The graph index of gallery " + gallery + " cannot be read", cause);
    }

    static boolean isLikely(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith(INTERNAL_ERROR) || state.startsWith(SYSTEM_ERROR);
    }
}
