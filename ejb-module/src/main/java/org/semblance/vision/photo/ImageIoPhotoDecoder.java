package org.semblance.vision.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.semblance.vision.Bitmap;
import org.semblance.vision.DecodedPhoto;
import org.semblance.vision.MediaType;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.PhotoHeader;
import org.semblance.vision.PhotoTooLargeException;
import org.semblance.vision.UnreadablePhotoException;
import org.semblance.vision.VisionSettings;

/** Decodes with ImageIO and TwelveMonkeys, in memory only. */
@ApplicationScoped
public class ImageIoPhotoDecoder implements PhotoDecoder {
    private final ImageReaders readers = new ImageReaders();
    private final long maxBytes;
    private final long maxPixels;
    private final long maxMemory;

    protected ImageIoPhotoDecoder() {
        this(0, 0, 0);
    }

    @Inject
    public ImageIoPhotoDecoder(VisionSettings settings) {
        this(settings.maxBytes(), settings.maxPixels(), settings.maxMemory());
    }

    /** With limits of its own, for programs that are no server. */
    public ImageIoPhotoDecoder(long maxBytes, long maxPixels, long maxMemory) {
        this.maxBytes = maxBytes;
        this.maxPixels = maxPixels;
        this.maxMemory = maxMemory;
    }

    @Override
    public PhotoHeader inspect(Photo photo) {
        return read(photo, EncodedPicture::header);
    }

    @Override
    public DecodedPhoto open(Photo photo) {
        return read(photo, picture -> {
            Bitmap upright = picture.orientation().upright(picture.decode());
            return new DecodedPhoto(upright, picture.kept());
        });
    }

    /** What is done with a picture of acceptable size. */
    @FunctionalInterface
    private interface Step<T> {
        T apply(EncodedPicture picture) throws IOException;
    }

    private <T> T read(Photo photo, Step<T> step) {
        if (photo.length() > maxBytes) {
            throw new PhotoTooLargeException((int) maxBytes);
        }
        try (var picture = encoded(photo)) {
            checkSize(picture);
            return step.apply(picture);
        } catch (PhotoTooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders answer hostile bytes with any exception there is.
            throw new UnreadablePhotoException(
                    "The photo is no complete " + photo.mediaType()
                            + " picture; save it again with another program and send that",
                    e);
        }
    }

    private EncodedPicture encoded(Photo photo) throws IOException {
        return photo.mediaType() == MediaType.JPEG
                ? JpegPicture.open(readers, photo.bytes())
                : ReaderPicture.open(readers, photo.mediaType(), photo.bytes());
    }

    private void checkSize(EncodedPicture picture) {
        if (picture.largest().pixels() > maxPixels) {
            throw new PhotoTooLargeException(picture.largest(), maxPixels);
        }
        // Tables seldom grow as large as they may: a picture is not refused for them alone, but it is decoded alone.
        long memory = picture.header().memory();
        if (memory - picture.tableBytes() > maxMemory || memory > maxMemory + maxMemory / 2) {
            throw PhotoTooLargeException.forMemory(picture.size());
        }
    }
}
