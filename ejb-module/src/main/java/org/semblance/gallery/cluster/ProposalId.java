package org.semblance.gallery.cluster;

/** Names a proposal to join or found a person. */
public record ProposalId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
