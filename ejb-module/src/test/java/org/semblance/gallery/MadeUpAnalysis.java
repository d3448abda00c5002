package org.semblance.gallery;

import java.util.Arrays;
import java.util.List;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.DecodedPhoto;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.Detection;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.Findings;
import org.semblance.vision.FoundFace;
import org.semblance.vision.Photo;
import org.semblance.vision.Thresholds;

/** Finds one face in every photo, as its fifth byte says. */
final class MadeUpAnalysis implements FaceAnalysis {
    static Photo photo(int look) {
        return Photo.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, (byte) look, 0, 0, 0, 0, 0});
    }

    @Override
    public Findings find(Photo photo, DetectOptions options) {
        byte look = photo.bytes()[4];
        byte[] rgb = new byte[3 * 64];
        Arrays.fill(rgb, (byte) (look * 16));
        return new Findings(new DecodedPhoto(new Bitmap(8, 8, rgb), null), List.of(found(look)));
    }

    /** Tells in its corner how it looks. */
    private static FoundFace found(byte look) {
        byte[] crop = new byte[3 * AlignedFace.SIDE * AlignedFace.SIDE];
        crop[0] = look;
        var shown = Faces.analyzed(new Faces(look).embedding(), 0.9);
        var aligned = new AlignedFace(new Bitmap(AlignedFace.SIDE, AlignedFace.SIDE, crop));
        return new FoundFace(shown.detected(), aligned, shown.quality(), null);
    }

    @Override
    public List<AnalyzedFace> embed(List<FoundFace> faces) {
        return faces.stream()
                .map(face ->
                        AnalyzedFace.of(face, new Faces(face.aligned().bitmap().rgb()[0]).embedding()))
                .toList();
    }

    @Override
    public Detection detect(Photo photo, DetectOptions options) {
        throw new UnsupportedOperationException("Nobody detects here");
    }

    @Override
    public EmbedderInfo embedder() {
        return new EmbedderInfo(Faces.MODEL, 512, "00", Thresholds.of(0.3, 0.4, 0.5));
    }
}
