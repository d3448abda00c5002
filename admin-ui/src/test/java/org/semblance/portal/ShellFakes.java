package org.semblance.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonLookupService;
import org.semblance.gallery.Statistics;
import org.semblance.gallery.StatisticsService;
import org.semblance.identity.CodeWrongException;
import org.semblance.identity.SecondFactorService;
import org.semblance.identity.SessionSummary;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.identity.directory.SessionService;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.jobs.JobOutcomeService;
import org.semblance.jobs.JobState;
import org.semblance.platform.SystemHealth;
import org.semblance.platform.SystemHealthService;
import org.semblance.platform.live.Notifications;
import org.semblance.platform.ui.NavigationBadge;
import org.semblance.platform.ui.NavigationBadges;
import org.semblance.platform.ui.NavigationNews;
import org.semblance.platform.ui.QuickSearch;
import org.semblance.platform.ui.QuickSearches;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.event.EventStatistics;
import org.semblance.surveillance.event.StatisticsQuery;
import org.semblance.surveillance.health.CameraState;
import org.semblance.surveillance.review.BacklogService;

/** What the frame, the first page, system health and the own account ask for, as the test says. */
public class ShellFakes {
    public final Map<CameraState.Status, Long> cameras = new EnumMap<>(CameraState.Status.class);
    public final Map<JobState, Long> outcomes = new EnumMap<>(JobState.class);
    public final List<EventStatistics.OfTime> recognitions = new ArrayList<>();
    public final List<SystemHealth.Check> checks = new ArrayList<>();
    public final List<NavigationBadge> badges = new ArrayList<>();
    public final List<QuickSearch> searches = new ArrayList<>();
    public final List<PersonFound> persons = new ArrayList<>();
    public final List<PersonFound> claimed = new ArrayList<>();
    public final List<UUID> withoutFactor = new ArrayList<>();
    public final List<SessionSummary> sessions = new ArrayList<>();
    public final List<ApiKeySummary> keys = new ArrayList<>();
    public final List<Long> revoked = new ArrayList<>();
    public SecondFactorService.State factor = new SecondFactorService.State(false, 0);
    public boolean needsStepUp;
    public long waiting;
    public int queue;

    List<Object> all() {
        return List.of(
                Clock.systemUTC(),
                new NavigationBadges(badges),
                new NavigationNews(new NavigationBadges(badges), new Notifications()),
                new QuickSearches(searches),
                new Recognitions(),
                new Backlog(),
                new Outcomes(),
                new Health(),
                new Counted(),
                new Factors(),
                new Lookup(),
                new Sessions(),
                new FakeApiKeys(this));
    }

    public PersonLookupService lookup() {
        return new Lookup();
    }

    private final class Lookup extends PersonLookupService {
        @Override
        public List<PersonFound> find(String text, int limit) {
            return persons;
        }

        @Override
        public List<PersonFound> claimedBy(UUID user) {
            return claimed;
        }
    }

    private final class Recognitions extends EventService {
        @Override
        public EventStatistics count(StatisticsQuery query) {
            long matched = recognitions.stream()
                    .mapToLong(time -> time.counts().matched())
                    .sum();
            return new EventStatistics(new EventStatistics.Counts(matched, 0, 0, 0, 0), recognitions, List.of());
        }
    }

    private final class Backlog extends BacklogService {
        @Override
        public long countWaiting() {
            return waiting;
        }
    }

    private final class Outcomes extends JobOutcomeService {
        @Override
        public Map<JobState, Long> count(Instant since) {
            return outcomes;
        }

        @Override
        public long countFailed() {
            return outcomes.getOrDefault(JobState.FAILED, 0L);
        }
    }

    private final class Health extends SystemHealthService {
        @Override
        public SystemHealth look() {
            return new SystemHealth(
                    checks,
                    new SystemHealth.Build("1.2.3", "20261121.1040", "17", "Linux amd64"),
                    new SystemHealth.Host("node-7", Instant.EPOCH, 200_000_000, 1_000_000_000, 2));
        }
    }

    /** A check that looked just now. */
    public void check(String name, boolean isUp, String detail) {
        check(name, isUp ? SystemHealth.State.WELL : SystemHealth.State.DOWN, "", detail);
    }

    /** A check that says something that may be translated. */
    public void check(String name, SystemHealth.State state, String key, String english, Object... values) {
        var remark = new SystemHealth.Remark(key, List.of(values), english);
        checks.add(new SystemHealth.Check(name, state, List.of(remark), Duration.ofMillis(3)));
    }

    private static final class Counted extends StatisticsService {
        @Override
        public Statistics count() {
            return new Statistics(1, 2, 2, 5, 1, 5, 10_000, 11, 2_500_000);
        }
    }

    private final class Factors extends SecondFactorService {
        @Override
        public State state() {
            return factor;
        }

        @Override
        public Setup setUp() {
            if (needsStepUp) {
                needsStepUp = false;
                throw new StepUpRequiredException();
            }
            return new Setup("ABCDEFGHIJKLMNOP", "otpauth://totp/Semblance:ada?secret=ABCDEFGHIJKLMNOP");
        }

        @Override
        public List<String> confirm(String code) {
            if (!code.equals("287082")) {
                throw new CodeWrongException();
            }
            factor = new State(true, 2);
            return List.of("aaaa-bbbb", "cccc-dddd");
        }

        @Override
        public void remove() {
            factor = new State(false, 0);
        }
    }

    private final class Sessions extends SessionService {
        @Override
        public List<SessionSummary> listOwn() {
            return sessions;
        }

        @Override
        public void endOwn(UUID session) {
            sessions.removeIf(known -> known.id().equals(session));
        }

        @Override
        public List<SessionSummary> list(UUID user) {
            return sessions;
        }

        @Override
        public void end(UUID user, @Nullable UUID session) {
            sessions.removeIf(known -> session == null || known.id().equals(session));
        }

        @Override
        public void removeSecondFactor(UUID user) {
            withoutFactor.add(user);
        }
    }
}
