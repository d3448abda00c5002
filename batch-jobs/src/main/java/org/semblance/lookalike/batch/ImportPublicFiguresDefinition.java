package org.semblance.lookalike.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semblance.gallery.GalleryName;
import org.semblance.jobs.JobParameter;
import org.semblance.jobs.JobSettings;
import org.semblance.lookalike.PublicFigures;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;
import org.semblance.platform.batch.JobDefinition;
import org.semblance.transfer.batch.PictureSources;

/** {@code import-public-figures}: which folder, ZIP or list into which gallery, and in how many parts and portions. */
@ApplicationScoped
public class ImportPublicFiguresDefinition implements JobDefinition {
    private static final int MOST_PARTS = 64;
    private static final int LARGEST_CHUNK = 200;

    private final PictureSources sources;
    private final PublicFigures figures;
    private final JobSettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ImportPublicFiguresDefinition() {
        this(null, null, null);
    }

    @Inject
    public ImportPublicFiguresDefinition(PictureSources sources, PublicFigures figures, JobSettings settings) {
        this.sources = sources;
        this.figures = figures;
        this.settings = settings;
    }

    @Override
    public String job() {
        return "import-public-figures";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("gallery", JobParameter.Type.GALLERY),
                JobParameter.required("source", JobParameter.Type.FILE),
                JobParameter.optional("parts", JobParameter.Type.NUMBER, Integer.toString(settings.parts())),
                JobParameter.optional("chunk", JobParameter.Type.NUMBER, "32"));
    }

    @Override
    public void check(Map<String, String> parameters) {
        checkRange(parameters, "parts", MOST_PARTS);
        checkRange(parameters, "chunk", LARGEST_CHUNK);
        figures.checkGallery(new GalleryName(parameters.getOrDefault("gallery", "")));
        sources.check(parameters.getOrDefault("source", ""));
    }

    private static void checkRange(Map<String, String> parameters, String name, int most) {
        int value = Integer.parseInt(parameters.getOrDefault(name, "1"));
        if (value < 1 || value > most) {
            throw new InvalidInputException(name, name + " lies between 1 and " + most);
        }
    }

    /** Two runs that meet the same new figure at the same time would both make them. */
    @Override
    public Optional<String> exclusiveKey(Map<String, String> parameters) {
        return Optional.of("enroll-persons:" + parameters.get("gallery"));
    }

    /** A list renames and describes figures who are there. */
    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.PERSON_ENROLL, Permissions.PERSON_EDIT);
    }

    @Override
    public boolean retriesItems() {
        return true;
    }
}
