package org.semblance.gallery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.platform.Permissions;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.FalseAcceptRate;
import org.semblance.vision.Photo;

/** Says whether two pictures, or a picture and a person, show the same face; stores nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class VerificationService {
    private final FaceAnalysis analysis;
    private final PersonStore persons;
    private final GalleryStore galleries;
    private final EmbeddingStore embeddings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected VerificationService() {
        this(null, null, null, null);
    }

    @Inject
    public VerificationService(
            FaceAnalysis analysis, PersonStore persons, GalleryStore galleries, EmbeddingStore embeddings) {
        this.analysis = analysis;
        this.persons = persons;
        this.galleries = galleries;
        this.embeddings = embeddings;
    }

    @RolesAllowed(Permissions.SEARCH_RUN)
    @SelfScoped("two pictures are in no gallery")
    @Timed(name = "verification_seconds", absolute = true, description = "From two pictures to the answer")
    public Verification verify(Photo photo, Photo other, FalseAcceptRate rate) {
        double threshold = analysis.embedder().thresholds().at(rate);
        return Verification.ofPictures(onlyFace(photo), onlyFace(other), threshold);
    }

    /** Compares with the most similar face of the person, by the rule of the person's gallery. */
    @RolesAllowed(Permissions.SEARCH_RUN)
    @Timed(name = "person_verification_seconds", absolute = true, description = "From picture and person to the answer")
    public Verification verify(Photo photo, PersonId claimed) {
        PersonId person = persons.require(claimed);
        AnalyzedFace face = onlyFace(photo);
        var nearest = embeddings
                .nearestOf(person, face.embedding())
                .orElseThrow(() -> new PersonWithoutFacesException(person));
        double threshold = galleries
                .require(persons.galleryOf(person))
                .rules()
                .decisionRule(analysis.embedder().thresholds())
                .threshold();
        return Verification.ofPerson(face, nearest.face(), nearest.similarity(), threshold);
    }

    private AnalyzedFace onlyFace(Photo photo) {
        var faces = analysis.analyze(photo, DetectOptions.PROMINENT).prominent();
        if (faces.isEmpty()) {
            throw new NoFaceException();
        }
        if (faces.size() > 1) {
            throw new SeveralFacesException(faces.size());
        }
        return faces.get(0);
    }
}
