package org.semblance.storage;

import java.util.Collection;
import java.util.List;

/** Keeps the bytes of images. What it has acknowledged survives the loss of power. */
public interface ImageStore {

    /** Stores bytes under a new key, completely or not at all. */
    void put(ImageKey key, byte[] bytes);

    /** Stores the bytes of images under their new keys, all of them or none. */
    default void putAll(List<NewImage> images) {
        try {
            images.forEach(image -> put(image.key(), image.bytes()));
        } catch (RuntimeException e) {
            deleteAll(images.stream().map(NewImage::key).toList());
            throw e;
        }
    }

    /** The bytes under a key; {@link ImageNotFoundException} when there are none. */
    byte[] get(ImageKey key);

    /** Removes the bytes; false when there were none. */
    boolean delete(ImageKey key);

    /** Removes bytes; what is not there is passed over. */
    default void deleteAll(Collection<ImageKey> keys) {
        keys.forEach(this::delete);
    }

    /** Throws {@link ImageStoreException} when nothing can be written at present. */
    void checkWritable();
}
