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

/** Embeds a stored face again, from the crop that was kept of it. */
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

    /** The embedding by that model, which this node loads if it has not yet; suspends the caller's transaction. */
    public Embedding embed(StaleFace face, String pack, ModelId model) {
        Bitmap crop = decoder.decode(Photo.of(images.get(new ImageKey(face.crop()))));
        if (crop.width() != AlignedFace.SIDE || crop.height() != AlignedFace.SIDE) {
            throw new UnreadablePhotoException(
                    "The crop kept of face " + face.face() + " has another size than expected");
        }
        if (!packs.has(model)) {
            packs.prepare(pack);
        }
        return packs.embedder(model).embed(List.of(new AlignedFace(crop))).get(0);
    }
}
