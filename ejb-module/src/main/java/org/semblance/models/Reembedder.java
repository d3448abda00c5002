package org.semblance.models;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.StaleFace;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.UnreadablePhotoException;
import org.semblance.vision.analysis.ActivePack;

/** Embeds stored faces again, from the crops that were kept of them; suspends the caller's transaction meanwhile. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reembedder {
    private final ImageStore images;
    private final PhotoDecoder decoder;
    private final ActivePack packs;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Reembedder() {
        this(null, null, null);
    }

    @Inject
    public Reembedder(ImageStore images, PhotoDecoder decoder, ActivePack packs) {
        this.images = images;
        this.decoder = decoder;
        this.packs = packs;
    }

    /** The crop that was kept of a face. */
    public AlignedFace crop(StaleFace face) {
        Bitmap crop = decoder.decode(Photo.of(images.get(new ImageKey(face.crop()))));
        if (crop.width() != AlignedFace.SIDE || crop.height() != AlignedFace.SIDE) {
            throw new UnreadablePhotoException(
                    "The crop kept of face " + face.face() + " has another size than expected");
        }
        return new AlignedFace(crop);
    }

    /** Their embeddings by that model, in the same order; this node loads the model if it has not yet. */
    public List<Embedding> embed(List<AlignedFace> crops, String pack, ModelId model) {
        if (!packs.has(model)) {
            packs.prepare(pack);
        }
        return packs.embedder(model).embed(crops);
    }
}
