package org.semblance.transfer.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semblance.gallery.GalleryName;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.Permissions;
import org.semblance.platform.batch.JobDefinition;
import org.semblance.transfer.GalleryArchives;
import org.semblance.transfer.GalleryImport;

/** {@code import-gallery}: which export into which gallery, and whether somebody vouches for it. */
@ApplicationScoped
public class ImportGalleryDefinition implements JobDefinition {
    static final String UNSIGNED = "unsigned";

    private final PictureSources sources;
    private final GalleryArchives archives;
    private final GalleryImport imports;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ImportGalleryDefinition() {
        this(null, null, null);
    }

    @Inject
    public ImportGalleryDefinition(PictureSources sources, GalleryArchives archives, GalleryImport imports) {
        this.sources = sources;
        this.archives = archives;
        this.imports = imports;
    }

    @Override
    public String job() {
        return "import-gallery";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("gallery", JobParameter.Type.TEXT),
                JobParameter.required("file", JobParameter.Type.FILE),
                JobParameter.choice("trust", "signed", UNSIGNED));
    }

    @Override
    public void check(Map<String, String> parameters) {
        var file = sources.require("file", parameters.getOrDefault("file", ""));
        try (var archive = archives.open(file, UNSIGNED.equals(parameters.get("trust")))) {
            archive.verify();
        }
        imports.check(new GalleryName(parameters.getOrDefault("gallery", "")));
    }

    @Override
    public Optional<String> exclusiveKey(Map<String, String> parameters) {
        return Optional.of("import-gallery:" + parameters.get("gallery"));
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.GALLERY_WRITE, Permissions.PERSON_ENROLL, Permissions.CONSENT_MANAGE);
    }
}
