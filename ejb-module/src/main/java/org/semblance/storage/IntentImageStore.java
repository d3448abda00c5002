package org.semblance.storage;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Images as files, none of which is written before the database knows of it. */
@ApplicationScoped
public class IntentImageStore implements ImageStore {
    private static final Logger LOG = Logger.getLogger(IntentImageStore.class);

    private final FileImageStore files;
    private final ImageIntents intents;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IntentImageStore() {
        this(null, null);
    }

    @Inject
    public IntentImageStore(FileImageStore files, ImageIntents intents) {
        this.files = files;
        this.intents = intents;
    }

    @Override
    public void putAll(List<NewImage> images) {
        Map<ImageKey, byte[]> bytes = new LinkedHashMap<>();
        images.forEach(image -> bytes.put(image.key(), image.bytes()));
        Set<ImageKey> keys = bytes.keySet();
        intents.announce(keys);
        boolean written = false;
        try {
            files.putAll(bytes);
            written = true;
        } finally {
            if (!written) {
                deleteAll(keys);
            }
        }
    }

    @Override
    public byte[] get(ImageKey key) {
        return files.get(key);
    }

    @Override
    public void deleteAll(Collection<ImageKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        keys.forEach(files::delete);
        try {
            intents.forget(keys);
        } catch (EJBException e) {
            LOG.debugf("%d intents are left to the sweep: %s", keys.size(), e.getMessage());
        }
    }

    @Override
    public void takeBack(Collection<ImageKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        try {
            intents.takeBack(keys, files::delete);
        } catch (EJBException e) {
            LOG.debugf("%d intents are left to the sweep: %s", keys.size(), e.getMessage());
        }
    }

    @Override
    public void checkWritable() {
        files.checkWritable();
    }
}
