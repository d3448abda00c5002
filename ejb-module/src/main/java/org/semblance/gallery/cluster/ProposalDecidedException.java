package org.semblance.gallery.cluster;

import org.semblance.platform.Problem;

/** Somebody has decided about the proposal, or a later run sees it otherwise. */
public class ProposalDecidedException extends Problem {
    private static final long serialVersionUID = 1L;

    public ProposalDecidedException(ProposalId proposal, Proposal.State state) {
        super(
                Kind.CONFLICT,
                "cluster-proposal-decided",
                "The proposal " + proposal + " is " + state.code() + " already; look for open ones");
    }
}
