package org.semblance.vision.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Analysis;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.DecodedPhoto;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Detection;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.Findings;
import org.semblance.vision.FoundFace;
import org.semblance.vision.LivenessCheck;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.Prominence;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.pixels.FaceAligner;

/** Decodes, detects, aligns, judges and embeds, with the models of the active pack. */
@ApplicationScoped
public class OnnxFaceAnalysis implements FaceAnalysis {
    private final PhotoDecoder decoder;
    private final Supplier<Models> models;
    private final AnalysisGate gate;

    @SuppressWarnings("NullAway") // the container's proxy calls nothing on it
    protected OnnxFaceAnalysis() {
        decoder = null;
        models = null;
        gate = null;
    }

    @Inject
    public OnnxFaceAnalysis(PhotoDecoder decoder, ActivePack pack, VisionSettings settings) {
        this(decoder, pack::require, settings);
    }

    OnnxFaceAnalysis(PhotoDecoder decoder, Supplier<Models> models, VisionSettings settings) {
        this.decoder = decoder;
        this.models = models;
        this.gate = new AnalysisGate(settings);
    }

    @Override
    public Detection detect(Photo photo, DetectOptions options) {
        var check = options.liveness() ? models.get().requireLiveness() : null;
        return run(
                photo,
                (loaded, decoded) -> new Detection(
                        decoded.picture().size(), find(loaded, decoded.picture(), check, share(options))));
    }

    @Override
    public Findings find(Photo photo, DetectOptions options) {
        var check = options.liveness() ? models.get().requireLiveness() : null;
        return run(
                photo,
                (loaded, decoded) -> new Findings(decoded, find(loaded, decoded.picture(), check, share(options))));
    }

    @Override
    public List<AnalyzedFace> embed(List<FoundFace> faces) {
        return embed(models.get(), faces);
    }

    @Override
    public Analysis analyze(Photo photo, DetectOptions options) {
        var check = options.liveness() ? models.get().requireLiveness() : null;
        return run(
                photo,
                (loaded, decoded) ->
                        new Analysis(decoded, embed(loaded, find(loaded, decoded.picture(), check, share(options)))));
    }

    private static List<AnalyzedFace> embed(Models loaded, List<FoundFace> found) {
        var embeddings =
                loaded.embedder().embed(found.stream().map(FoundFace::aligned).toList());
        List<AnalyzedFace> faces = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            faces.add(AnalyzedFace.of(found.get(i), embeddings.get(i)));
        }
        return faces;
    }

    @Override
    public EmbedderInfo embedder() {
        return models.get().info();
    }

    private <T> T run(Photo photo, BiFunction<Models, DecodedPhoto, T> step) {
        var loaded = models.get();
        var header = decoder.inspect(photo);
        return gate.run(header.memory(), () -> step.apply(loaded, decoder.open(photo)));
    }

    private static double share(DetectOptions options) {
        return options.prominent() ? Prominence.SHARE : 0;
    }

    private static List<FoundFace> find(Models loaded, Bitmap picture, @Nullable LivenessCheck check, double share) {
        List<FoundFace> faces = new ArrayList<>();
        for (DetectedFace face : loaded.detector().detect(picture, share)) {
            var aligned = FaceAligner.align(picture, face.landmarks());
            var liveness = check == null ? null : check.check(picture, face);
            faces.add(new FoundFace(face, aligned, FaceQuality.assess(face, aligned), liveness));
        }
        return faces;
    }
}
