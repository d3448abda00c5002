package org.semblance.gallery.cluster;

import org.semblance.platform.Problem;

/** Things have changed so much that there is nothing left to accept. */
public class ProposalOutdatedException extends Problem {
    private static final long serialVersionUID = 1L;

    public ProposalOutdatedException(ProposalId proposal, String reason) {
        super(
                Kind.CONFLICT,
                "cluster-proposal-outdated",
                "The proposal " + proposal + " is out of date: " + reason + "; cluster again");
    }
}
