package org.semblance.audit.chain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.chain.Finding.Kind;

/** Goes along the chain of a month from link to link. */
final class ChainWalk {
    private final LocalDate month;
    private final SealKeys keys;
    private final Findings findings;
    private final @Nullable Anchor remembered;

    private long entries;
    private long position;
    private @Nullable Sum previous = Sum.NOTHING;
    private boolean isAnchorMet;

    ChainWalk(LocalDate month, SealKeys keys, Findings findings, @Nullable Anchor remembered) {
        this.month = month;
        this.keys = keys;
        this.findings = findings;
        this.remembered = remembered;
    }

    long entries() {
        return entries;
    }

    /** The end of the chain; empty when there is none. */
    Optional<Anchor> head() {
        Sum seal = previous;
        return position == 0 || seal == null ? Optional.empty() : Optional.of(new Anchor(month, position, seal));
    }

    void step(SealedEntry sealed, Chains chains) {
        Link link = sealed.link();
        if (link.position() != position + 1) {
            findings.add(
                    Kind.SEALS_REMOVED,
                    month,
                    position + 1,
                    null,
                    "Of the chain " + month + ", positions " + (position + 1) + " to " + (link.position() - 1)
                            + " are gone, with the entries before entry " + link.entryId());
            previous = null;
        }
        checkSeal(sealed);
        checkEntry(sealed, chains);
        meetAnchor(sealed);
        position = link.position();
        previous = sealed.seal();
        entries++;
    }

    /** After a gap there is nothing to compare the next seal with. */
    private void checkSeal(SealedEntry sealed) {
        Sum before = previous;
        if (before == null) {
            return;
        }
        Link link = sealed.link();
        boolean isSound = link.seal(keys, before)
                .map(expected -> expected.equals(sealed.seal()))
                .orElse(false);
        if (!isSound) {
            findings.add(
                    Kind.SEAL_BROKEN,
                    month,
                    link.position(),
                    link.entryId(),
                    "The seal of entry " + link.entryId() + " (position " + link.position() + " of " + month
                            + ") does not fit: it was changed, added or put in another place, or its key is gone");
        }
    }

    private void checkEntry(SealedEntry sealed, Chains chains) {
        Link link = sealed.link();
        if (sealed.entry().isPresent()) {
            boolean isSame = Link.digest(sealed.entry().get()).equals(link.digest());
            if (!isSame) {
                findings.add(
                        Kind.ENTRY_CHANGED,
                        month,
                        link.position(),
                        link.entryId(),
                        "Entry " + link.entryId() + " of " + link.occurredAt() + " was changed after it was sealed");
            }
        } else if (chains.hasOtherTime(sealed)) {
            findings.add(
                    Kind.ENTRY_CHANGED,
                    month,
                    link.position(),
                    link.entryId(),
                    "The time of entry " + link.entryId() + " was changed; it was " + link.occurredAt());
        } else {
            findings.removed(link);
        }
    }

    private void meetAnchor(SealedEntry sealed) {
        Anchor anchor = remembered;
        if (anchor == null || anchor.position() != sealed.link().position()) {
            return;
        }
        isAnchorMet = true;
        if (!anchor.seal().equals(sealed.seal())) {
            findings.add(
                    Kind.CHAIN_CUT,
                    month,
                    anchor.position(),
                    sealed.link().entryId(),
                    "The chain " + month + " is not the one that this node saw: its seal at position "
                            + anchor.position() + " was another");
        }
    }

    void end() {
        Anchor anchor = remembered;
        if (anchor != null && !isAnchorMet) {
            findings.add(
                    Kind.CHAIN_CUT,
                    month,
                    Math.min(position + 1, anchor.position()),
                    null,
                    "The chain " + month + " had come to position " + anchor.position() + ", which this node saw;"
                            + " what it had there is gone (it ends at " + position + " now)");
        }
    }
}
