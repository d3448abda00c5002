package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.Portion;

/** Images that were to be kept until their purpose is served. One that became somebody's face is theirs. */
@ApplicationScoped
public class TemporaryImages extends AgedRowsKind {
    private static final String LOOSE = """
            aged.retention_class = 'temporary'
            AND NOT EXISTS (SELECT FROM semblance.face WHERE face.image_id = aged.id)
            AND NOT EXISTS (SELECT FROM semblance.face WHERE face.crop_image_id = aged.id)""";

    private final ImageStore images;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected TemporaryImages() {
        this(null);
    }

    @Inject
    public TemporaryImages(ImageStore images) {
        super(
                "temporary-images",
                "Images that serve a passing purpose, from when they were stored",
                new Lifetime(Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(30), false),
                AgedRows.of("image", "id", "created_at").where(LOOSE).ofFiles("size_bytes", "key"));
        this.images = images;
    }

    @Override
    public void followUp(Portion removed) {
        images.deleteAll(removed.files().stream().map(ImageKey::new).toList());
    }
}
