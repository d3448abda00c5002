package org.semblance.surveillance.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.Likenesses;
import org.semblance.gallery.Suggestion;
import org.semblance.gallery.Suggestions;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownState;
import org.semblance.vision.analysis.ModelsUnavailableException;

/** Says of a page of faces that wait whom they look like, where the caller may know the persons. */
@ApplicationScoped
public class QueueSuggestions {
    private final Suggestions suggestions;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected QueueSuggestions() {
        this(null);
    }

    @Inject
    public QueueSuggestions(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    List<UnknownFace> add(List<UnknownFace> page) {
        Scope known = CurrentUser.require().scope(Permissions.PERSON_READ);
        Map<Long, List<FaceId>> waiting = page.stream()
                .filter(face -> face.state() == UnknownState.NEW && known.includes(face.galleryId()))
                .collect(Collectors.groupingBy(
                        UnknownFace::galleryId, Collectors.mapping(UnknownFace::id, Collectors.toList())));
        Map<FaceId, Suggestion> found = of(waiting);
        return page.stream().map(face -> face.suggesting(found.get(face.id()))).toList();
    }

    /** Whom a face that waits looks like most, where the caller may know the persons. */
    Likenesses nearest(UnknownFace face, int limit) {
        boolean isKnown = CurrentUser.require().scope(Permissions.PERSON_READ).includes(face.galleryId());
        if (!isKnown || face.state() != UnknownState.NEW) {
            return Likenesses.none(1);
        }
        try {
            return suggestions.nearest(face.galleryId(), face.id(), limit);
        } catch (ModelsUnavailableException e) {
            return Likenesses.none(1);
        }
    }

    /** The queue is there without models, too. */
    private Map<FaceId, Suggestion> of(Map<Long, List<FaceId>> waiting) {
        var found = new HashMap<FaceId, Suggestion>();
        try {
            waiting.forEach((gallery, faces) -> found.putAll(suggestions.of(gallery, faces)));
        } catch (ModelsUnavailableException e) {
            return Map.of();
        }
        return found;
    }
}
