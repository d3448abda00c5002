package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.review.QueueService;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.UnknownFace;

/** The faces that wait, a stranger each, the newest first; read page by page as the reviewer comes near the end. */
final class ReviewQueue extends Div {
    /** What is seen at once; the rest comes before the end is reached. */
    private static final int PAGE = 15;

    private static final int NEAR_THE_END = 5;
    static final int MOST_NEW = 20;
    private static final long serialVersionUID = 1L;

    private final transient QueueService queue;
    private final transient SignedUrls urls;
    private final SerializableConsumer<Optional<Waiting>> onSelected;
    private final Map<StrangerId, WaitingButton> buttons = new LinkedHashMap<>();
    private final Div list = new Div();
    final Button more = new Button(getTranslation("action.more"), event -> readMore());
    private ReviewFilter filter = ReviewFilter.NONE;
    private OptionalLong next = OptionalLong.empty();
    private @Nullable StrangerId selected;
    private long newest;

    ReviewQueue(QueueService queue, SignedUrls urls, SerializableConsumer<Optional<Waiting>> onSelected) {
        this.queue = queue;
        this.urls = urls;
        this.onSelected = onSelected;
        addClassName("review-queue");
        getElement().setAttribute("role", "navigation");
        getElement().setAttribute("aria-label", getTranslation("unknown.queue"));
        list.addClassName("review-list");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(list, more);
    }

    /** Reads the queue from its beginning; whoever was selected stays it. */
    void show(ReviewFilter wanted) {
        filter = wanted;
        next = OptionalLong.empty();
        StrangerId before = selected;
        buttons.clear();
        list.removeAll();
        read(0);
        select(before != null && buttons.containsKey(before) ? before : first());
    }

    /** Puts somebody at the front, and selects them. */
    void putFirst(Waiting waiting) {
        WaitingButton known = buttons.remove(waiting.stranger());
        Waiting whole = known == null ? waiting : known.waiting().with(waiting.faces());
        if (known != null) {
            list.remove(known);
        }
        var button = button(whole);
        Map<StrangerId, WaitingButton> rest = new LinkedHashMap<>(buttons);
        buttons.clear();
        buttons.put(whole.stranger(), button);
        buttons.putAll(rest);
        list.addComponentAsFirst(button);
        select(whole.stranger());
    }

    /** What is left of them, if anything; else whoever took their place is selected. */
    void keep(Waiting rest) {
        WaitingButton button = buttons.get(rest.stranger());
        if (button == null) {
            return;
        }
        if (!rest.isEmpty()) {
            button.show(rest);
            select(rest.stranger());
            return;
        }
        List<StrangerId> order = order();
        int place = order.indexOf(rest.stranger());
        buttons.remove(rest.stranger());
        list.remove(button);
        order.remove(place);
        if (order.size() - place < NEAR_THE_END) {
            readMore();
            order = order();
        }
        select(order.isEmpty() ? null : order.get(Math.min(place, order.size() - 1)));
    }

    void step(int by) {
        List<StrangerId> order = order();
        int place = order.indexOf(selected) + by;
        if (place >= order.size() - NEAR_THE_END) {
            readMore();
            order = order();
        }
        if (place >= 0 && place < order.size()) {
            select(order.get(place));
        }
    }

    /** How many faces have come since the queue was read, {@value #MOST_NEW} at most. */
    int countNewer() {
        return (int) queue.faces(filter.gallery(), filter.waiting(0, MOST_NEW)).items().stream()
                .filter(face -> face.id().value() > newest)
                .count();
    }

    boolean isEmpty() {
        return buttons.isEmpty();
    }

    private void readMore() {
        next.ifPresent(this::read);
    }

    private void read(long before) {
        var page = queue.faces(filter.gallery(), filter.waiting(before, PAGE));
        next = page.next();
        more.setVisible(next.isPresent());
        page.items().forEach(this::append);
    }

    private void append(UnknownFace face) {
        newest = Math.max(newest, face.id().value());
        WaitingButton known = buttons.get(face.stranger());
        if (known != null) {
            known.show(known.waiting().with(List.of(face)));
            return;
        }
        var button = button(new Waiting(face.stranger(), List.of(face)));
        buttons.put(face.stranger(), button);
        list.add(button);
    }

    private WaitingButton button(Waiting waiting) {
        var button = new WaitingButton(urls, chosen -> select(chosen.stranger()));
        button.show(waiting);
        return button;
    }

    private void select(@Nullable StrangerId stranger) {
        selected = stranger;
        buttons.forEach((id, button) -> button.mark(id.equals(stranger)));
        onSelected.accept(Optional.ofNullable(stranger).map(buttons::get).map(WaitingButton::waiting));
    }

    private @Nullable StrangerId first() {
        return buttons.keySet().stream().findFirst().orElse(null);
    }

    private List<StrangerId> order() {
        return new ArrayList<>(buttons.keySet());
    }
}
