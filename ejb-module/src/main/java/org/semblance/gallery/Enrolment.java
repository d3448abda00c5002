package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semblance.audit.Actor;
import org.semblance.gallery.FaceStore.Portrayal;
import org.semblance.storage.ImageStore;
import org.semblance.storage.NewImage;
import org.semblance.vision.Analysis;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.FoundFace;
import org.semblance.vision.Photo;
import org.semblance.vision.PixelSize;
import org.semblance.vision.Quality;

/**
 * How a photo becomes a face of a person, for services and jobs alike. Bytes first, rows after: a death in between
 * leaves files whose intents are not fulfilled, which the sweep removes, and never rows without files.
 */
@ApplicationScoped
public class Enrolment {
    private final FaceAnalysis analysis;
    private final ImageStore images;
    private final GalleryStore galleries;
    private final FaceStore faces;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Enrolment() {
        this(null, null, null, null);
    }

    @Inject
    public Enrolment(FaceAnalysis analysis, ImageStore images, GalleryStore galleries, FaceStore faces) {
        this.analysis = analysis;
        this.images = images;
        this.galleries = galleries;
        this.faces = faces;
    }

    /** The one face that the photo shows, good enough for the gallery; a problem otherwise. */
    public Candidate examine(GalleryName gallery, Photo photo) {
        Analysis analyzed = analysis.analyze(photo, DetectOptions.PROMINENT);
        AnalyzedFace face = fit(leastQuality(gallery), analyzed.prominent(), AnalyzedFace::quality);
        return new Candidate(analyzed.size(), analyzed.photo().jpeg(), face);
    }

    /** The same of a photo that is only looked at: nothing is made ready to be stored. */
    public AnalyzedFace judge(GalleryName gallery, Photo photo) {
        var analyzed = analysis.analyze(photo, DetectOptions.PROMINENT);
        return fit(leastQuality(gallery), analyzed.prominent(), AnalyzedFace::quality);
    }

    /** How good a face must be for the gallery. */
    public double leastQuality(GalleryName gallery) {
        return galleries.require(gallery).rules().minQuality();
    }

    /** The one face that the photo shows, if it is good enough; a problem otherwise. */
    public Found find(double minQuality, Photo photo) {
        var found = analysis.find(photo, DetectOptions.PROMINENT);
        FoundFace face = fit(minQuality, found.prominent(), FoundFace::quality);
        return new Found(found.size(), found.photo().jpeg(), face);
    }

    /** Computes the embeddings of many that were found, in the same order. */
    public List<Candidate> embed(List<Found> found) {
        List<AnalyzedFace> faces =
                analysis.embed(found.stream().map(Found::face).toList());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Candidate(found.get(i).size(), found.get(i).picture(), faces.get(i)))
                .toList();
    }

    private static <T> T fit(double minQuality, List<T> faces, Function<T, Quality> judged) {
        if (faces.isEmpty()) {
            throw new NoFaceException();
        }
        if (faces.size() > 1) {
            throw new SeveralFacesException(faces.size());
        }
        T face = faces.get(0);
        Quality quality = judged.apply(face);
        if (quality.score() < minQuality) {
            throw new LowQualityException(quality, minQuality);
        }
        return face;
    }

    /** Whether the person has a face from the very same photo. */
    public boolean isEnrolled(PersonId person, Candidate candidate) {
        return unknown(List.of(new Assigned(person, candidate))).isEmpty();
    }

    /** Those of whose photo the person has no face yet; of several with the same photo the first. */
    public List<Assigned> unknown(List<Assigned> all) {
        Map<Portrayal, Assigned> first = new LinkedHashMap<>();
        all.forEach(one -> first.putIfAbsent(portrayal(one), one));
        first.keySet().removeAll(faces.portrayals(first.keySet()));
        return List.copyOf(first.values());
    }

    private static Portrayal portrayal(Assigned one) {
        byte[] sha256 = original(one.person(), one.candidate()).sha256();
        return new Portrayal(one.person(), HexFormat.of().formatHex(sha256));
    }

    /** Enrolls what was examined, in the name of the given actor. */
    public FaceSummary enroll(PersonId person, Candidate candidate, Actor actor) {
        return enroll(List.of(new Assigned(person, candidate)), actor).get(0);
    }

    /** The same for many: their files are written together, before the first row. */
    public List<FaceSummary> enroll(List<Assigned> all, Actor actor) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<NewFace> added = all.stream().map(Enrolment::face).toList();
        List<NewImage> pictures = added.stream()
                .flatMap(face -> Stream.of(face.original(), face.crop()))
                .toList();
        images.putAll(pictures);
        boolean kept = false;
        try {
            List<FaceSummary> enrolled = faces.add(added, actor);
            kept = true;
            return enrolled;
        } finally {
            if (!kept) {
                images.takeBack(pictures.stream().map(NewImage::key).toList());
            }
        }
    }

    private static NewFace face(Assigned one) {
        var face = one.candidate().face();
        var crop = FacePictures.of(one.person()).crop(face);
        return new NewFace(one.person(), face, original(one.person(), one.candidate()), crop);
    }

    private static NewImage original(PersonId person, Candidate candidate) {
        return FacePictures.of(person).original(candidate.size(), candidate.picture());
    }

    /** What was examined, and whose face it becomes. */
    public record Assigned(PersonId person, Candidate candidate) {}

    /**
     * A photo that was looked at and found fit to enroll: the picture as it will be stored, and its one face, which waits
     * for its embedding. A job holds a whole chunk of these, so the pixels are gone by now.
     */
    @SuppressWarnings("ArrayRecordComponent") // carried from examination to enrolment once, never compared
    public record Found(PixelSize size, byte[] picture, FoundFace face) {}

    /** The same with the embedding. */
    @SuppressWarnings("ArrayRecordComponent") // carried from examination to enrolment once, never compared
    public record Candidate(PixelSize size, byte[] picture, AnalyzedFace face) {}
}
