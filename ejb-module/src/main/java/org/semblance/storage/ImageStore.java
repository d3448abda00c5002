package org.semblance.storage;

import java.util.Collection;
import java.util.List;

/**
 * Keeps the bytes of images. What it has acknowledged survives the loss of power. Bytes that get no row in time, or
 * whose row has gone, are removed without anybody asking: see {@link ImageIntents}.
 */
public interface ImageStore {

    /** Stores the bytes of images under their new keys, all of them or none. */
    void putAll(List<NewImage> images);

    /** The bytes under a key; {@link ImageNotFoundException} when there are none. */
    byte[] get(ImageKey key);

    /** Removes bytes; what is not there is passed over. */
    void deleteAll(Collection<ImageKey> keys);

    /**
     * Removes those bytes that no row names: of a write that failed, perhaps only seemingly, because its answer was lost
     * with the database. What cannot be told for now, the sweep of intents tells later.
     */
    void takeBack(Collection<ImageKey> keys);

    /** Removes the bytes of one image; nothing happens when there are none. */
    default void delete(ImageKey key) {
        deleteAll(List.of(key));
    }

    /** Throws {@link ImageStoreException} when nothing can be written at present. */
    void checkWritable();
}
