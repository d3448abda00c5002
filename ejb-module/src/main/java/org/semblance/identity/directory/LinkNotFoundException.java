package org.semblance.identity.directory;

import org.semblance.platform.Problem;

/** The user is not linked like that. */
public class LinkNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public LinkNotFoundException(long link) {
        super(Kind.NOT_FOUND, "identity-link-not-found", "The user has no link " + link + " to an identity provider");
    }
}
