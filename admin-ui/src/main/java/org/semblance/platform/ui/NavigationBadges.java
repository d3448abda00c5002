package org.semblance.platform.ui;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All numbers of the navigation. */
@Dependent
public class NavigationBadges {
    private final List<NavigationBadge> badges;

    @Inject
    public NavigationBadges(@Any Instance<NavigationBadge> badges) {
        this(badges.stream().toList());
    }

    public NavigationBadges(List<NavigationBadge> badges) {
        this.badges = List.copyOf(badges);
    }

    /** What is shown beside a view. */
    record Counted(NavigationBadge badge, long count) {}

    /** Counts what the user of the current request may know; what cannot be counted now is left out. */
    List<Counted> count() {
        return badges.stream()
                .filter(badge -> PortalSession.permits(badge.permission()))
                .flatMap(NavigationBadges::count)
                .toList();
    }

    private static Stream<Counted> count(NavigationBadge badge) {
        Optional<Long> count = UiErrorHandler.quietly(badge::count);
        return count.stream().map(number -> new Counted(badge, number));
    }

    Set<String> channels() {
        return badges.stream().map(NavigationBadge::channel).collect(Collectors.toUnmodifiableSet());
    }
}
