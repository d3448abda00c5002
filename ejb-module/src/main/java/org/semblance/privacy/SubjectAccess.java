package org.semblance.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.semblance.gallery.SubjectPicture;
import org.semblance.gallery.SubjectPictures;
import org.semblance.personaldata.PersonalInventory;
import org.semblance.personaldata.Subject;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageNotFoundException;
import org.semblance.storage.ImageStore;

/** Gathers everything that is held of somebody. */
@ApplicationScoped
public class SubjectAccess {
    private final PersonalInventory inventory;
    private final SubjectPictures pictures;
    private final ImageStore images;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SubjectAccess() {
        this(null, null, null);
    }

    @Inject
    public SubjectAccess(PersonalInventory inventory, SubjectPictures pictures, ImageStore images) {
        this.inventory = inventory;
        this.pictures = pictures;
        this.images = images;
    }

    /** One picture at a time is in memory. */
    public void write(Subject subject, OutputStream out) {
        try (var zip = new ExportZip(out)) {
            zip.readme();
            zip.data(inventory, subject);
            Set<String> written = new HashSet<>();
            for (SubjectPicture picture : pictures.list(subject)) {
                pictures.forSubject(picture)
                        .ifPresent(bytes -> zip.image(fileName(picture.key().value()), bytes));
                written.add(picture.key().value());
            }
            subject.files().stream()
                    .filter(key -> !written.contains(key))
                    .sorted()
                    .forEach(key -> add(zip, key));
        }
    }

    /** A picture that went a moment ago is held no longer. */
    private void add(ExportZip zip, String key) {
        try {
            zip.image(fileName(key), images.get(new ImageKey(key)));
        } catch (ImageNotFoundException e) {
            return;
        }
    }

    private static String fileName(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
