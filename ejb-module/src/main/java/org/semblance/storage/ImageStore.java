package org.semblance.storage;

/** Keeps the bytes of images. What it has acknowledged survives the loss of power. */
public interface ImageStore {

    /** Stores bytes under a new key, completely or not at all. */
    void put(ImageKey key, byte[] bytes);

    /** The bytes under a key; {@link ImageNotFoundException} when there are none. */
    byte[] get(ImageKey key);

    /** Removes the bytes; false when there were none. */
    boolean delete(ImageKey key);

    /** Throws {@link ImageStoreException} when nothing can be written at present. */
    void checkWritable();
}
