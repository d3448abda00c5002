package org.semblance.vision.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Embedding;

/** What became of each picture: its embedding, or why it has none. Written by many threads, each picture by one. */
final class Survey {

    enum Fate {
        FOUND,
        NO_FACE,
        UNREADABLE,
        MISSING
    }

    private final Pictures pictures;
    private final @Nullable Embedding[] embeddings;
    private final Fate[] fates;
    private final int[] faces;
    private double seconds;

    Survey(Pictures pictures) {
        this.pictures = pictures;
        embeddings = new Embedding[pictures.count()];
        fates = new Fate[pictures.count()];
        faces = new int[pictures.count()];
        Arrays.fill(fates, Fate.MISSING);
    }

    void saw(int picture, LabelledFaces.Sighting sighting) {
        faces[picture] = sighting.faces();
        embeddings[picture] = sighting.embedding();
        fates[picture] = sighting.embedding() == null ? Fate.NO_FACE : Fate.FOUND;
    }

    void couldNotRead(int picture) {
        fates[picture] = Fate.UNREADABLE;
    }

    void took(double wallSeconds) {
        seconds = wallSeconds;
    }

    @Nullable
    Embedding embedding(int picture) {
        return embeddings[picture];
    }

    Fate fate(int picture) {
        return fates[picture];
    }

    int pictures() {
        return fates.length;
    }

    /** The pictures that met this fate, in the order in which they came. */
    List<String> names(Fate fate) {
        return IntStream.range(0, fates.length)
                .filter(picture -> fates[picture] == fate)
                .mapToObj(pictures::name)
                .toList();
    }

    int count(Fate fate) {
        return (int) Arrays.stream(fates).filter(fate::equals).count();
    }

    /** Pictures in which more than one face was found. */
    int crowded() {
        return (int) Arrays.stream(faces).filter(count -> count > 1).count();
    }

    double picturesPerSecond() {
        return (pictures() - count(Fate.MISSING)) / seconds;
    }
}
