package org.semblance.gallery.cluster;

import org.semblance.platform.Problem;

/** There is no such proposal, or what it proposed is gone. */
public class ProposalNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public ProposalNotFoundException(ProposalId proposal) {
        super(Kind.NOT_FOUND, "cluster-proposal-not-found", "There is no proposal " + proposal);
    }
}
