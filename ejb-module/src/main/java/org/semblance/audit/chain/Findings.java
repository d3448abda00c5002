package org.semblance.audit.chain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.chain.Finding.Kind;

/** Collects what is wrong: neighbours that were removed together count as one, and the list has an end. */
final class Findings {
    private static final int MOST = 1000;

    private final List<Finding> found = new ArrayList<>();
    private @Nullable Link firstRemoved;
    private @Nullable Link lastRemoved;

    void add(Kind kind, LocalDate month, @Nullable Long position, @Nullable Long entryId, String message) {
        closeRun();
        keep(new Finding(kind, month, position, entryId, message));
    }

    void removed(Link link) {
        Link last = lastRemoved;
        boolean goesOn = last != null && last.month().equals(link.month()) && last.position() + 1 == link.position();
        if (!goesOn) {
            closeRun();
            firstRemoved = link;
        }
        lastRemoved = link;
    }

    List<Finding> list() {
        closeRun();
        return List.copyOf(found);
    }

    private void closeRun() {
        Link first = firstRemoved;
        Link last = lastRemoved;
        firstRemoved = null;
        lastRemoved = null;
        if (first == null || last == null) {
            return;
        }
        long count = last.position() - first.position() + 1;
        String message = count == 1
                ? "Entry " + first.entryId() + " of " + first.occurredAt() + " was removed"
                : count + " entries were removed: " + first.entryId() + " of " + first.occurredAt() + " to "
                        + last.entryId() + " of " + last.occurredAt();
        keep(new Finding(Kind.ENTRY_REMOVED, first.month(), first.position(), first.entryId(), message));
    }

    private void keep(Finding finding) {
        if (found.size() < MOST) {
            found.add(finding);
        }
    }
}
