package org.semblance.storage;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** The image store of the application, outside the container. */
public final class RealImages {
    private RealImages() {}

    public static ImageStore in(Path directory, DataSource database) {
        var settings = new StorageSettings(directory.toString(), "unused", Duration.ofMinutes(1), 0);
        return new IntentImageStore(new FileImageStore(settings), new ImageIntents(database));
    }
}
