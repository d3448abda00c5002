package org.semblance.platform.ui;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.semblance.platform.ui.QuickSearch.Hit;

/** Everything that can be found by a few letters. */
@Dependent
public class QuickSearches {
    private static final int MOST = 6;

    private final List<QuickSearch> searches;

    @Inject
    public QuickSearches(@Any Instance<QuickSearch> searches) {
        this(searches.stream().toList());
    }

    public QuickSearches(List<QuickSearch> searches) {
        this.searches = List.copyOf(searches);
    }

    /** What was found of one kind. */
    record Found(String heading, List<Hit> hits) {}

    /** Whether there is anything that the user of the page may find. */
    boolean isAny() {
        return searches.stream().anyMatch(QuickSearches::isPermitted);
    }

    /** What the user may find, by kinds in the order of the navigation; kinds without any are left out. */
    List<Found> find(String text) {
        String wanted = text.strip();
        return wanted.isEmpty()
                ? List.of()
                : searches.stream()
                        .filter(QuickSearches::isPermitted)
                        .sorted(Comparator.comparingInt(search -> Views.position(search.path())))
                        .map(search -> new Found(search.heading(), search.find(wanted, MOST)))
                        .filter(found -> !found.hits().isEmpty())
                        .toList();
    }

    private static boolean isPermitted(QuickSearch search) {
        return PortalSession.permits(search.permission()) && Views.mayOpen(search.path());
    }
}
