package org.semblance.platform.ui;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.ui.PersonQuickSearch;
import org.semblance.jobs.JobOutcomeService;
import org.semblance.jobs.JobState;
import org.semblance.jobs.ui.FailedJobsBadge;
import org.semblance.jobs.ui.JobsView;
import org.semblance.platform.Permissions;
import org.semblance.portal.PortalTest;
import org.semblance.storage.ImageKey;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class MainLayoutTest extends PortalTest {

    @Test
    void leads_to_every_view_that_the_user_may_open_by_what_they_come_for() {
        signInWith(Permissions.ALL.toArray(String[]::new));
        UI.getCurrent().navigate("");

        assertThat(items())
                .containsSubsequence(
                        "Overview", "Search by photo", "Persons", "Galleries", "Jobs", "System health", "Users");
        assertThat(_find(SideNav.class))
                .extracting(SideNav::getLabel)
                .containsSubsequence(null, "Recognition", "Operations", "Administration");
    }

    @Test
    void does_not_show_what_the_user_may_not_open() {
        signInWith(Permissions.SEARCH_RUN, Permissions.GALLERY_READ);
        UI.getCurrent().navigate("");

        assertThat(items()).containsExactly("Overview", "Search by photo", "Galleries");
    }

    @Test
    void shows_the_title_of_the_view_and_where_it_belongs() {
        signInWith(Permissions.GALLERY_READ);
        UI.getCurrent().navigate("galleries");

        assertThat(_get(MainLayout.class).breadcrumbs.title.getText()).isEqualTo("Galleries");
        assertThat(_find(_get(MainLayout.class).breadcrumbs, ListItem.class))
                .extracting(item -> item.getElement().getTextRecursively())
                .containsExactly("Recognition");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Galleries · Semblance");
    }

    @Test
    void speaks_german() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        signInWith(Permissions.GALLERY_READ);
        UI.getCurrent().navigate("galleries");

        assertThat(items()).containsExactly("Übersicht", "Galerien");
    }

    @Test
    void shows_how_much_waits_and_nothing_where_nothing_does() {
        haveFailedJobs();
        services.shell.outcomes.put(JobState.FAILED, 3L);
        signInWith(Permissions.JOB_READ);
        UI.getCurrent().navigate("");
        assertThat(badge("Jobs")).isEqualTo("3 jobs have failed");

        services.shell.outcomes.clear();
        _get(MainLayout.class).refresh();

        assertThat(badge("Jobs")).isNull();
    }

    @Test
    void tells_nobody_what_they_may_not_know() {
        var asked = new boolean[1];
        services.shell.badges.add(new FailedJobsBadge(new JobOutcomeService() {
            @Override
            public long countFailed() {
                asked[0] = true;
                return 1;
            }
        }));
        signInWith(Permissions.GALLERY_READ);

        UI.getCurrent().navigate("");

        assertThat(asked[0]).isFalse();
    }

    @Test
    void a_number_that_cannot_be_counted_keeps_nobody_from_their_work() {
        services.shell.badges.add(new FailedJobsBadge(new JobOutcomeService() {
            @Override
            public long countFailed() {
                throw new IllegalStateException("The database is away");
            }
        }));
        signInWith(Permissions.JOB_READ);

        UI.getCurrent().navigate("jobs");

        assertThat(_find(JobsView.class)).hasSize(1);
        assertThat(badge("Jobs")).isNull();
    }

    @Test
    void finds_a_person_by_a_few_letters_and_leads_there() {
        services.shell.searches.add(new PersonQuickSearch(services.shell.lookup(), services.urls));
        var crop = new ImageKey("persons/17/crops/ada.jpg");
        services.shell.persons.add(
                new PersonFound(new PersonId(17), new GalleryName("staff"), "Staff", "Ada Lovelace", null, crop));
        signInWith(Permissions.PERSON_READ, Permissions.GALLERY_READ);
        UI.getCurrent().navigate("");

        _click(_get(MainLayout.class).search);
        _get(QuickSearchDialog.class).text.setValue("love");

        assertThat(_find(_get(QuickSearchDialog.class), Anchor.class))
                .extracting(Anchor::getHref)
                .containsExactly("persons/staff/17");
        assertThat(_get(_get(QuickSearchDialog.class), Avatar.class).getImage()).startsWith("/files/" + crop);
    }

    @Test
    void offers_no_search_to_whoever_may_find_nothing() {
        services.shell.searches.add(new PersonQuickSearch(services.shell.lookup(), services.urls));
        signInWith(Permissions.METRICS_READ);
        UI.getCurrent().navigate("");

        _get(MainLayout.class).openSearch();

        assertThat(_get(MainLayout.class).search.isVisible()).isFalse();
        assertThat(_find(QuickSearchDialog.class)).isEmpty();
    }

    @Test
    void lists_the_keys_once() {
        signInWith(Permissions.METRICS_READ);
        UI.getCurrent().navigate("");

        _get(MainLayout.class).openShortcuts();
        _get(MainLayout.class).openShortcuts();

        assertThat(_find(ShortcutSheet.class)).hasSize(1);
    }

    @Test
    void signing_out_ends_the_session() {
        signInWith(Permissions.GALLERY_READ);
        UI.getCurrent().navigate("");

        ContextMenuKt._click(_get(UserMenu.class), _get(UserMenu.class).signOut);

        assertThat(signedIn()).isEmpty();
    }

    private void haveFailedJobs() {
        services.shell.badges.add(new FailedJobsBadge(new JobOutcomeService() {
            @Override
            public long countFailed() {
                return services.shell.outcomes.getOrDefault(JobState.FAILED, 0L);
            }
        }));
    }

    private static @Nullable String badge(String view) {
        var badge = _get(
                        SideNavItem.class,
                        spec -> spec.withPredicate(item -> item.getLabel().equals(view)))
                .getSuffixComponent();
        return badge == null ? null : badge.getElement().getAttribute("aria-label");
    }

    private static List<String> items() {
        return _find(SideNavItem.class).stream().map(SideNavItem::getLabel).toList();
    }
}
