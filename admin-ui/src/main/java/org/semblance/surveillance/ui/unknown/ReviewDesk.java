package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceNotFoundException;
import org.semblance.gallery.Identified.Candidate;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.ui.PersonName;
import org.semblance.platform.Permissions;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.Shortcut;
import org.semblance.platform.ui.UiErrorHandler;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.review.AlreadyDecidedException;
import org.semblance.surveillance.review.Enrolled;
import org.semblance.surveillance.review.FaceUnfitException;
import org.semblance.surveillance.review.NothingWaitsException;
import org.semblance.surveillance.review.Outcome;
import org.semblance.surveillance.review.QueueService;
import org.semblance.surveillance.review.Refusal;
import org.semblance.surveillance.review.Targets;
import org.semblance.surveillance.ui.unknown.Decided.Kind;
import org.semblance.surveillance.unknown.UnknownFace;

/** Where somebody sits and decides: the queue, who is looked at, and whom they look like. Every step has its key. */
final class ReviewDesk extends Div {
    static final String KEYS = "j k ArrowDown ArrowUp a e d u n 1 2 3 4 5 6 7 8 9";
    static final List<Shortcut> SHORTCUTS = List.of(
            new Shortcut("j ↓", "unknown.key.next"),
            new Shortcut("k ↑", "unknown.key.previous"),
            new Shortcut("1 … 9", "unknown.key.assign"),
            new Shortcut("a", "unknown.key.search"),
            new Shortcut("e", "unknown.key.enroll"),
            new Shortcut("n", "unknown.key.reject"),
            new Shortcut("d", "unknown.key.dismiss"),
            new Shortcut("u", "unknown.key.undo"));

    private static final long serialVersionUID = 1L;

    private final transient QueueService queue;
    private final transient Decisions decisions;
    private final transient Deque<Decided> done = new ArrayDeque<>();
    private final SerializableConsumer<Optional<UnknownFace>> onLook;
    private final SerializableRunnable onDecided;
    final ReviewQueue waiting;
    final UnknownStage stage;
    final SuggestionList suggestions;
    final ReviewBar bar = new ReviewBar(this::press);
    private transient @Nullable Waiting current;
    private transient @Nullable UnknownFace face;
    private @Nullable Dialog question;
    private int decided;

    ReviewDesk(
            QueueService queue,
            Decisions decisions,
            SignedUrls urls,
            SerializableConsumer<Optional<UnknownFace>> onLook,
            SerializableRunnable onDecided) {
        this.queue = queue;
        this.decisions = decisions;
        this.onLook = onLook;
        this.onDecided = onDecided;
        this.stage = new UnknownStage(queue, urls, this::look);
        this.suggestions = new SuggestionList(urls, this::assign, this::reject);
        this.waiting = new ReviewQueue(queue, urls, this::select);
        addClassName("review-desk");
        var middle = new Div(stage, suggestions);
        middle.addClassName("review-middle");
        var right = new Div(middle, bar);
        right.addClassName("review-right");
        add(waiting, right);
    }

    /** How many decisions were made here. */
    int decided() {
        return decided;
    }

    /** Does what a key means, unless something is being asked: what is typed then is the answer. */
    void press(String key) {
        if (question != null && question.isOpened()) {
            return;
        }
        switch (key) {
            case "j", "ArrowDown" -> waiting.step(1);
            case "k", "ArrowUp" -> waiting.step(-1);
            case "u" -> undo();
            default -> {
                if (current != null && face != null) {
                    pressOnFace(key, face);
                }
            }
        }
    }

    private void pressOnFace(String key, UnknownFace shown) {
        switch (key) {
            case "a" -> searchPerson(shown);
            case "e" -> enrollNew(shown);
            case "d" -> dismiss();
            case "n" -> suggestions.get(1).ifPresent(this::reject);
            default -> suggestions.get(Integer.parseInt(key)).ifPresent(this::assign);
        }
    }

    private void select(Optional<Waiting> chosen) {
        current = chosen.orElse(null);
        setClassName("review-nobody", chosen.isEmpty());
        if (chosen.isPresent()) {
            stage.show(chosen.get());
        } else {
            face = null;
            onLook.accept(Optional.empty());
        }
    }

    private void look(UnknownFace shown) {
        face = shown;
        suggestions.show(queue.likenesses(shown.id(), SuggestionList.MOST), shown.gallery());
        onLook.accept(Optional.of(shown));
    }

    private void searchPerson(UnknownFace shown) {
        if (bar.assign.isVisible()) {
            ask(new AssignDialog(shown.gallery(), decisions.choices(), this::assign));
        }
    }

    private void enrollNew(UnknownFace shown) {
        if (bar.enroll.isVisible()) {
            ask(new EnrollDialog(shown.gallery(), this::enroll));
        }
    }

    private void ask(Dialog dialog) {
        question = dialog;
        dialog.open();
    }

    private void assign(Candidate candidate) {
        if (PortalSession.permits(Permissions.PERSON_ENROLL)) {
            assign(candidate.person());
        }
    }

    private void assign(PersonId person) {
        decide(targets -> given(Kind.ASSIGNED, decisions.assign(targets, person)));
    }

    private void enroll(NewPerson person) {
        decide(targets -> given(Kind.ENROLLED, decisions.enroll(targets, person)));
    }

    private void dismiss() {
        decide(targets -> settle(Kind.DISMISSED, decisions.dismiss(targets), null, ""));
    }

    private void reject(Candidate candidate) {
        String name = PersonName.of(candidate.name(), candidate.person());
        decide(targets ->
                settle(Kind.REJECTED, decisions.reject(targets, candidate.person()), candidate.person(), name));
    }

    private void given(Kind kind, Enrolled given) {
        String name = PersonName.of(given.person());
        settle(kind, given.outcome(), given.person().id(), name);
        if (given.missingFaces() > 0) {
            Notice.refusal(getTranslation("unknown.missing", name, given.missingFaces()));
        }
    }

    private void settle(Kind kind, Outcome outcome, @Nullable PersonId person, String name) {
        Waiting about = requireCurrent();
        UnknownFace looked = requireFace();
        var settled = new Decided(kind, about, outcome, person);
        done.push(settled);
        decided++;
        int faces = outcome.faces().size();
        Notice.success(getTranslation(
                "unknown.done." + kind.name().toLowerCase(Locale.ROOT), faces, LocalFormat.format(faces), name));
        tellRefused(outcome.refused());
        bar.show(Optional.of(settled));
        if (settled.isFinal()) {
            waiting.keep(about.without(outcome.faces()));
        } else {
            look(looked);
        }
        onDecided.run();
    }

    private void undo() {
        Decided last = done.peek();
        if (last == null || !last.canBeUndone()) {
            return;
        }
        decisions.undo(last);
        done.pop();
        decided--;
        bar.show(Optional.ofNullable(done.peek()));
        waiting.putFirst(last.about());
        Notice.success(getTranslation("unknown.undone"));
        onDecided.run();
    }

    /** What somebody else was quicker with leaves the queue; what is too poor stays, to be dismissed. */
    private void decide(SerializableConsumer<Targets> decision) {
        Waiting about = requireCurrent();
        try {
            decision.accept(about.targets(requireFace(), stage.all.getValue()));
        } catch (AlreadyDecidedException | NothingWaitsException | FaceNotFoundException gone) {
            Notice.refusal(UiErrorHandler.message(gone));
            waiting.keep(new Waiting(about.stranger(), List.of()));
            onDecided.run();
        } catch (FaceUnfitException poor) {
            Notice.refusal(text(poor));
        }
    }

    private void tellRefused(List<Refusal> refused) {
        if (!refused.isEmpty()) {
            Notice.refusal(getTranslation(
                    "unknown.left-out", refused.size(), text(refused.get(0).problem())));
        }
    }

    private String text(Problem problem) {
        return problem instanceof FaceUnfitException
                ? getTranslation("unknown.too-poor")
                : UiErrorHandler.message(problem);
    }

    private Waiting requireCurrent() {
        if (current == null) {
            throw new IllegalStateException("Nobody is looked at");
        }
        return current;
    }

    private UnknownFace requireFace() {
        if (face == null) {
            throw new IllegalStateException("No face is looked at");
        }
        return face;
    }
}
