package org.semblance.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.semblance.audit.chain.Finding.Kind;

/**
 * Compares every entry with its seal, every seal with the one before, every chain with what this node remembers of it,
 * and looks for entries that were never sealed.
 */
@ApplicationScoped
public class ChainVerification {
    private static final int PAGE = 1000;
    private static final int NUMBERS = 20_000;

    private final Chains chains;
    private final Anchors anchors;
    private final SealKeys keys;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ChainVerification() {
        this(null, null, null);
    }

    @Inject
    public ChainVerification(Chains chains, Anchors anchors, SealKeys keys) {
        this.chains = chains;
        this.anchors = anchors;
        this.keys = keys;
    }

    /** Told how far the verification has come; may throw to end it. */
    public interface Watcher {
        void compared(long entries, long total);
    }

    /** What a verification found, and the ends of the chains for whoever keeps them elsewhere. */
    public record Report(long entries, List<Finding> findings, List<Anchor> heads) {
        public Report {
            findings = List.copyOf(findings);
            heads = List.copyOf(heads);
        }
    }

    public Report verify(Watcher watcher) {
        // Asked first: what is sealed while this goes on may be missed by the one and must not be missed by the other.
        long settledTo = Math.max(anchors.settledTo(), chains.settledTo());
        Map<LocalDate, Anchor> remembered = anchors.list().stream()
                .collect(Collectors.toMap(Anchor::month, anchor -> anchor, (one, other) -> one, TreeMap::new));
        Map<LocalDate, Long> lengths = new TreeMap<>();
        remembered.keySet().forEach(month -> lengths.put(month, 0L));
        chains.lengths().forEach(chain -> lengths.put(chain.month(), chain.position()));
        long total = lengths.values().stream().mapToLong(Long::longValue).sum();
        var findings = new Findings();
        var heads = new ArrayList<Anchor>();
        long compared = 0;
        for (var chain : lengths.entrySet()) {
            var walk = new ChainWalk(chain.getKey(), keys, findings, remembered.get(chain.getKey()));
            long before = compared;
            follow(walk, chain.getKey(), chain.getValue(), count -> watcher.compared(before + count, total));
            compared += walk.entries();
            walk.head().ifPresent(heads::add);
        }
        findInserted(settledTo, findings);
        return new Report(compared, findings.list(), heads);
    }

    private void follow(ChainWalk walk, LocalDate month, long length, LongConsumer progress) {
        List<SealedEntry> page;
        for (long after = 0;
                after < length;
                after = page.get(page.size() - 1).link().position()) {
            page = chains.page(month, after, PAGE);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(link -> walk.step(link, chains));
            progress.accept(walk.entries());
        }
        walk.end();
    }

    /** Numbers begin at 1; whatever has a smaller one was never given one by the database. */
    private void findInserted(long settledTo, Findings findings) {
        insertedBetween(Long.MIN_VALUE, 0, findings);
        for (long after = 0; after < settledTo; after += NUMBERS) {
            insertedBetween(after, Math.min(settledTo, after + NUMBERS), findings);
        }
    }

    private void insertedBetween(long after, long to, Findings findings) {
        for (var entry : chains.unsealed(after, to)) {
            findings.add(
                    Kind.ENTRY_INSERTED,
                    entry.month(),
                    null,
                    entry.id(),
                    "Entry " + entry.id() + " was never sealed although later ones were: it was added behind the"
                            + " server's back, or its seal was taken away");
        }
    }
}
