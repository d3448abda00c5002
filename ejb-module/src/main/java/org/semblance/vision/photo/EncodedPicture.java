package org.semblance.vision.photo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Bitmap;
import org.semblance.vision.PhotoHeader;
import org.semblance.vision.PixelSize;

/** A photo whose header has been read and whose pixels have not. */
interface EncodedPicture extends AutoCloseable {

    /** Size as stored. */
    PixelSize size();

    /** The largest size that the file declares for anything in it: nothing larger is ever allocated. */
    default PixelSize largest() {
        return size();
    }

    Orientation orientation();

    /** Bytes that each pixel takes while it is decoded, all copies together. */
    int bytesPerPixel();

    /** Bytes that decoding takes besides, however few pixels there are. */
    default long tableBytes() {
        return 0;
    }

    /** The pixels as stored. */
    Bitmap decode() throws IOException;

    /** The file as it may be kept, once it is decoded: it shows the pixels as they stand and carries nothing else. */
    default byte @Nullable [] kept() {
        return null;
    }

    default PhotoHeader header() {
        int turned = orientation() == Orientation.UPRIGHT ? 0 : 3;
        return new PhotoHeader(
                orientation().upright(size()), largest().pixels() * (bytesPerPixel() + turned) + tableBytes());
    }

    @Override
    default void close() {}
}
