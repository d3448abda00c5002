package org.semblance.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What this node saw of the chains, in a file beside the database: whoever cuts the end off a chain, or throws a chain
 * away, cannot do the same here.
 */
@ApplicationScoped
public class Anchors {
    private static final String SETTLED = "settled";

    private final Path file;
    private final Map<LocalDate, Anchor> anchors = new TreeMap<>();
    private long settledTo;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Anchors() {
        this.file = null;
    }

    @Inject
    public Anchors(AuditSettings settings) {
        this(settings.anchorFile());
    }

    Anchors(Path file) {
        this.file = file;
        read();
    }

    synchronized List<Anchor> list() {
        return List.copyOf(anchors.values());
    }

    synchronized Optional<Anchor> find(LocalDate month) {
        return Optional.ofNullable(anchors.get(month));
    }

    synchronized long settledTo() {
        return settledTo;
    }

    /** Remembers how far chains have come; an anchor never goes back. */
    synchronized void advance(Collection<Anchor> heads, long nowSettledTo) {
        if (heads.isEmpty() && nowSettledTo <= settledTo) {
            return;
        }
        for (Anchor head : heads) {
            anchors.merge(head.month(), head, (old, found) -> found.position() > old.position() ? found : old);
        }
        settledTo = Math.max(settledTo, nowSettledTo);
        write();
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] words = line.split(" ", -1);
                if (words[0].equals(SETTLED)) {
                    settledTo = Long.parseLong(words[1]);
                } else {
                    LocalDate month = LocalDate.parse(words[0]);
                    anchors.put(month, new Anchor(month, Long.parseLong(words[1]), Sum.parse(words[2])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The anchors of the audit trail cannot be read from " + file, e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(file + " is damaged: see 'Audit trail' in docs/operations.md", e);
        }
    }

    private void write() {
        var lines = new ArrayList<String>();
        lines.add(SETTLED + " " + settledTo);
        anchors.values().forEach(anchor -> lines.add(anchor.month() + " " + anchor.position() + " " + anchor.seal()));
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, lines, StandardCharsets.US_ASCII);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The anchors of the audit trail cannot be written to " + file, e);
        }
    }
}
