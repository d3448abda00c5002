package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.gallery.ui.CandidateRow;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.review.QueueService;
import org.semblance.surveillance.ui.unknown.ReviewView;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownState;

/** Of somebody whom nobody knew: whom they look like by now, and the way to decide about them. */
@Dependent
public class EventLikenesses {
    private static final int CANDIDATES = 5;

    private final QueueService queue;
    private final SignedUrls urls;

    @Inject
    public EventLikenesses(QueueService queue, SignedUrls urls) {
        this.queue = queue;
        this.urls = urls;
    }

    /** Nothing where nothing waits, or the user does not review. */
    Optional<Component> of(RecordedRecognition recorded) {
        if (recorded.event().matched().outcome() != Outcome.UNKNOWN
                || !PortalSession.permits(Permissions.UNKNOWN_REVIEW)) {
            return Optional.empty();
        }
        return queue.find(recorded.event().sighting())
                .filter(face -> face.state() == UnknownState.NEW)
                .map(this::box);
    }

    private Component box(UnknownFace face) {
        var box = new Div();
        box.addClassName("candidates");
        var near = queue.likenesses(face.id(), CANDIDATES);
        if (!near.candidates().isEmpty()) {
            box.add(new H3(text("event.like")));
            near.candidates()
                    .forEach(candidate -> box.add(new CandidateRow(candidate, near.threshold(), face.gallery(), urls)));
        }
        box.add(new RouterLink(
                text("event.review"),
                ReviewView.class,
                new RouteParameters("face", face.id().toString())));
        return box;
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
