package org.semblance.privacy.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageNotFoundException;
import org.semblance.storage.ImageStore;
import org.semblance.storage.NewImage;

/** An image store in memory. */
final class KeptImages implements ImageStore {
    final Map<ImageKey, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public void putAll(List<NewImage> images) {
        images.forEach(image -> files.put(image.key(), image.bytes()));
    }

    @Override
    public byte[] get(ImageKey key) {
        return Optional.ofNullable(files.get(key)).orElseThrow(ImageNotFoundException::new);
    }

    @Override
    public void deleteAll(Collection<ImageKey> keys) {
        keys.forEach(files::remove);
    }

    @Override
    public void takeBack(Collection<ImageKey> keys) {
        deleteAll(keys);
    }

    @Override
    public void checkWritable() {
        // There is always room.
    }
}
