package org.semblance.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceNotFoundException;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Identified.Candidate;
import org.semblance.gallery.Likenesses;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Page;
import org.semblance.storage.ImageKey;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.review.QueueService;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownQuery;
import org.semblance.surveillance.unknown.UnknownState;

/** Faces that wait, in memory. */
public class FakeQueue extends QueueService {
    private final Map<FaceId, UnknownFace> faces = new LinkedHashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    public final List<UnknownQuery> queries = new ArrayList<>();

    @Override
    public Page<UnknownFace> faces(Optional<GalleryName> gallery, UnknownQuery query) {
        queries.add(query);
        var fetched = faces.values().stream()
                .filter(face -> query.state() == null || face.state() == query.state())
                .filter(face -> query.stranger() == null || face.stranger().equals(query.stranger()))
                .filter(face -> query.camera() == null || face.camera().equals(query.camera()))
                .filter(face -> !query.recurringOnly() || face.isRecurring())
                .filter(face -> query.before() == 0 || face.id().value() < query.before())
                .sorted(Comparator.comparingLong(
                        (UnknownFace face) -> -face.id().value()))
                .limit(Page.fetchSize(query.limit()))
                .toList();
        return Page.of(fetched, query.limit(), face -> face.id().value());
    }

    @Override
    public UnknownFace require(FaceId face) {
        return Optional.ofNullable(faces.get(face)).orElseThrow(() -> new FaceNotFoundException(face));
    }

    @Override
    public Likenesses likenesses(FaceId face, int limit) {
        return new Likenesses(0.5, candidates);
    }

    @Override
    public Optional<UnknownFace> find(UUID sighting) {
        return faces.values().stream()
                .filter(face -> face.sighting().equals(sighting))
                .findFirst();
    }

    /** A face that waits, of a stranger seen so often. */
    public UnknownFace have(long stranger, int sightings) {
        long id = faces.size() + 1L;
        var face = new UnknownFace(
                new FaceId(id),
                1,
                new GalleryName("staff"),
                new CameraName("door"),
                new StrangerId(stranger),
                sightings,
                new UUID(9, id),
                FakeEvents.NOON.plusSeconds(id),
                0.7,
                new ImageKey("images/unknown/" + id + ".png"),
                UnknownState.NEW,
                null,
                null,
                null,
                null);
        faces.put(face.id(), face);
        return face;
    }

    /** Somebody whom every face looks like. */
    public void like(long person, String name, double similarity) {
        var crop = new ImageKey("faces/" + person + ".png");
        candidates.add(new Candidate(new PersonId(person), name, new FaceId(person), crop, similarity));
    }

    List<UnknownFace> of(StrangerId stranger) {
        return faces.values().stream()
                .filter(face -> face.stranger().equals(stranger))
                .toList();
    }

    void decide(FaceId id, UnknownState state, @Nullable PersonId person) {
        UnknownFace face = require(id);
        faces.put(
                id,
                new UnknownFace(
                        id,
                        face.galleryId(),
                        face.gallery(),
                        face.camera(),
                        face.stranger(),
                        face.sightings(),
                        face.sighting(),
                        face.seenAt(),
                        face.quality(),
                        face.crop(),
                        state,
                        person,
                        null,
                        null,
                        null));
    }
}
