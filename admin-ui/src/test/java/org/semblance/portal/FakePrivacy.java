package org.semblance.portal;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.HeldPerson;
import org.semblance.gallery.LegalHold;
import org.semblance.gallery.LegalHoldId;
import org.semblance.gallery.PersonId;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Page;
import org.semblance.privacy.Consent;
import org.semblance.privacy.ConsentService;
import org.semblance.privacy.HoldService;
import org.semblance.privacy.NewConsent;
import org.semblance.privacy.SubjectAccessService;
import org.semblance.privacy.erasure.Erasure;
import org.semblance.privacy.erasure.ErasureId;
import org.semblance.privacy.erasure.ErasureNotFoundException;
import org.semblance.privacy.erasure.ErasureService;
import org.semblance.privacy.erasure.SignedReport;

/** What the law asks for, in memory. */
public class FakePrivacy {
    public final List<Consent> said = new ArrayList<>();
    public final List<LegalHold> placed = new ArrayList<>();
    public final List<Erasure> asked = new ArrayList<>();
    public int exports;

    /** Whether the next sensitive step asks for the password. */
    public boolean needsStepUp;

    List<Object> all() {
        return List.of(new Consents(), new Holds(), new Access(), new Erasures());
    }

    public Erasure have(long person, Erasure.State state) {
        asked.removeIf(known -> new PersonId(person).equals(known.person()));
        long id = asked.size() + 1L;
        var erasure = new Erasure(
                new ErasureId(id),
                new UUID(5, id),
                state == Erasure.State.DONE ? null : new PersonId(person),
                state,
                Erasure.Reason.REQUEST,
                "ada",
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                state == Erasure.State.HELD ? "Case 4711" : null);
        asked.add(erasure);
        return erasure;
    }

    private void stepUp() {
        if (needsStepUp) {
            needsStepUp = false;
            throw new StepUpRequiredException();
        }
    }

    private final class Consents extends ConsentService {
        @Override
        public Consent record(PersonId person, NewConsent consent) {
            var recorded = new Consent(said.size() + 1L, person, consent, Instant.EPOCH, "ada", Instant.EPOCH);
            said.add(recorded);
            return recorded;
        }

        @Override
        public Page<Consent> list(PersonId person, long after, int limit) {
            return new Page<>(said, OptionalLong.empty());
        }

        @Override
        public Optional<Instant> suspendedAt(PersonId person) {
            return said.stream()
                    .reduce((first, last) -> last)
                    .filter(last -> last.said().state() == Consent.State.WITHDRAWN)
                    .map(Consent::saidAt);
        }
    }

    private final class Holds extends HoldService {
        @Override
        public LegalHold place(PersonId person, String reason, @Nullable Instant until) {
            var hold = new LegalHold(
                    new LegalHoldId(placed.size() + 1L), person, reason, until, "ada", Instant.EPOCH, null, null);
            placed.add(hold);
            return hold;
        }

        @Override
        public List<LegalHold> list(PersonId person) {
            return placed;
        }

        @Override
        public Page<HeldPerson> listLatest(boolean all, long before, int limit) {
            var found = placed.stream()
                    .filter(hold -> all || hold.isInForce(Instant.now()))
                    .map(hold -> new HeldPerson(hold, null))
                    .toList();
            return new Page<>(found, OptionalLong.empty());
        }

        @Override
        public void release(PersonId person, LegalHoldId hold) {
            placed.removeIf(known -> known.id().equals(hold));
        }
    }

    private final class Access extends SubjectAccessService {
        @Override
        public Subject begin(PersonId person) {
            stepUp();
            exports++;
            return new Subject(Set.of(person.value()), Set.of(), Set.of(), Set.of());
        }

        @Override
        public void write(Subject subject, OutputStream out) {}
    }

    private final class Erasures extends ErasureService {
        @Override
        public Erasure request(PersonId person) {
            stepUp();
            return have(person.value(), Erasure.State.REQUESTED);
        }

        @Override
        public Erasure retry(ErasureId id) {
            stepUp();
            return have(require(id).person().value(), Erasure.State.REQUESTED);
        }

        @Override
        public Page<Erasure> listLatest(Optional<Erasure.State> state, long before, int limit) {
            var found = asked.stream()
                    .filter(erasure -> state.isEmpty() || erasure.state() == state.get())
                    .sorted(Comparator.comparing(
                                    (Erasure erasure) -> erasure.id().value())
                            .reversed())
                    .toList();
            return new Page<>(found, OptionalLong.empty());
        }

        @Override
        public Optional<Erasure> findOpen(PersonId person) {
            return asked.stream()
                    .filter(erasure -> person.equals(erasure.person()))
                    .findFirst();
        }

        @Override
        public Erasure require(ErasureId id) {
            return asked.stream()
                    .filter(erasure -> erasure.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ErasureNotFoundException(id));
        }

        @Override
        public SignedReport report(ErasureId id) {
            return new SignedReport("{}", "a.b.c");
        }
    }
}
