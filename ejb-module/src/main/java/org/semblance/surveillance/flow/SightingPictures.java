package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.Portion;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;

/** Pictures of what cameras saw. One that is an unknown face's is kept as long as that. */
@ApplicationScoped
public class SightingPictures extends AgedRowsKind {
    private static final String OF_SIGHTINGS = """
            aged.retention_class = 'observed'
            AND NOT EXISTS (SELECT FROM semblance.face WHERE face.image_id = aged.id)
            AND NOT EXISTS (SELECT FROM semblance.face WHERE face.crop_image_id = aged.id)""";

    private final ImageStore images;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SightingPictures() {
        this(null);
    }

    @Inject
    public SightingPictures(ImageStore images) {
        super(
                "sighting-pictures",
                "Pictures of faces that cameras saw, from when they were stored; their events stay",
                Lifetime.ofDays(30, 1, 3650),
                AgedRows.of("image", "id", "created_at").where(OF_SIGHTINGS).ofFiles("size_bytes", "key"));
        this.images = images;
    }

    @Override
    public void followUp(Portion removed) {
        images.deleteAll(removed.files().stream().map(ImageKey::new).toList());
    }
}
