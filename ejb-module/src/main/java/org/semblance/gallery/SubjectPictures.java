package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semblance.personaldata.Subject;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageNotFoundException;
import org.semblance.storage.ImageStore;
import org.semblance.storage.NewImage;
import org.semblance.storage.Retention;
import org.semblance.vision.Box;
import org.semblance.vision.JpegEncoder;
import org.semblance.vision.MediaType;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.pixels.FaceCover;

/** The pictures that show a person: one face covered, the others can go on living without it, or it without them. */
@ApplicationScoped
public class SubjectPictures {
    private static final String PLACE = "photos/covered/";

    private final ImageStore images;
    private final PhotoDecoder decoder;
    private final PersonErasure rows;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SubjectPictures() {
        this(null, null, null);
    }

    @Inject
    public SubjectPictures(ImageStore images, PhotoDecoder decoder, PersonErasure rows) {
        this.images = images;
        this.decoder = decoder;
        this.rows = rows;
    }

    public List<SubjectPicture> list(Subject subject) {
        return rows.pictures(subject);
    }

    /** The picture as its subject may have it: whoever else is on it is nobody's business. Nothing when it is gone. */
    public Optional<byte[]> forSubject(SubjectPicture picture) {
        return bytes(picture.key())
                .map(bytes ->
                        picture.isShared() ? encoded(bytes, picture.others()).bytes() : bytes);
    }

    /** Removes the subject's faces from every picture that shows others too; one death is followed by going on. */
    public void cover(Subject subject) {
        List<SubjectPicture> shared =
                list(subject).stream().filter(SubjectPicture::isShared).toList();
        for (SubjectPicture picture : shared) {
            Optional<NewImage> covered = bytes(picture.key()).map(bytes -> encoded(bytes, picture.theirs()));
            covered.ifPresent(image -> images.putAll(List.of(image)));
            images.deleteAll(rows.cover(picture, covered, subject));
        }
    }

    private Optional<byte[]> bytes(ImageKey key) {
        try {
            return Optional.of(images.get(key));
        } catch (ImageNotFoundException e) {
            return Optional.empty();
        }
    }

    private NewImage encoded(byte[] bytes, Collection<Box> faces) {
        var picture = FaceCover.cover(decoder.decode(Photo.of(bytes)), faces);
        return new NewImage(
                new ImageKey(PLACE + UUID.randomUUID() + "." + MediaType.JPEG.extension()),
                JpegEncoder.encode(picture),
                MediaType.JPEG.value(),
                picture.width(),
                picture.height(),
                Retention.ENROLLED);
    }
}
