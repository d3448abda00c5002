package org.semblance.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryStore;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonStore;
import org.semblance.privacy.Consent;
import org.semblance.privacy.ConsentStore;
import org.semblance.privacy.NewConsent;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.Quality;
import org.semblance.vision.UnreadablePhotoException;

/** Puts what an archive holds into a gallery that holds nothing yet. */
@Stateless
@LocalBean
@PermitAll
public class GalleryImport {
    private final GalleryStore galleries;
    private final PersonStore persons;
    private final Enrolment enrolment;
    private final ConsentStore consents;
    private final PhotoDecoder decoder;

    /** A face that was looked at, with what this installation's model makes of it. */
    public record Checked(ArchivedFace face, Embedding embedding) {}

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GalleryImport() {
        this(null, null, null, null, null);
    }

    @Inject
    public GalleryImport(
            GalleryStore galleries,
            PersonStore persons,
            Enrolment enrolment,
            ConsentStore consents,
            PhotoDecoder decoder) {
        this.galleries = galleries;
        this.persons = persons;
        this.enrolment = enrolment;
        this.consents = consents;
        this.decoder = decoder;
    }

    /** Refuses a gallery that holds somebody. */
    public void check(GalleryName gallery) {
        if (galleries.find(gallery).isPresent()) {
            var summary = galleries.requireSummary(gallery);
            if (summary.persons() > 0 || summary.faces() > 0) {
                throw new ArchiveRefusedException(
                        "The gallery " + gallery.value() + " is not empty; import into another one");
            }
        }
    }

    /** Makes the gallery as the archive has it, unless there is an empty one. */
    public void prepare(GalleryName gallery, GalleryArchive archive, Actor actor) {
        check(gallery);
        if (galleries.find(gallery).isEmpty()) {
            galleries.add(archive.gallery(gallery), actor);
        }
    }

    /** The aligned face in a picture of the archive; suspends the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AlignedFace aligned(byte[] crop) {
        var bitmap = decoder.decode(Photo.of(crop));
        if (bitmap.width() != AlignedFace.SIDE || bitmap.height() != AlignedFace.SIDE) {
            throw new UnreadablePhotoException("The crop of a face has another size than expected");
        }
        return new AlignedFace(bitmap);
    }

    /** Makes a person with faces and consents, in the caller's transaction. */
    public PersonId add(
            GalleryName gallery, GalleryArchive archive, ArchivedPerson archived, List<Checked> faces, Actor actor) {
        PersonId person = persons.add(gallery, archived.person(), actor);
        for (Checked checked : faces) {
            enrolment.enroll(person, candidate(archive, checked), actor);
        }
        for (JsonObject consent : archived.consents().getValuesAs(JsonObject.class)) {
            consents.add(person, consent(consent), actor);
        }
        return person;
    }

    private Enrolment.Candidate candidate(GalleryArchive archive, Checked checked) {
        ArchivedFace face = checked.face();
        var analyzed = new AnalyzedFace(
                face.detected(),
                aligned(archive.picture(face, true)),
                new Quality(face.quality(), Set.of()),
                checked.embedding());
        return new Enrolment.Candidate(face.size(), archive.picture(face, false), analyzed);
    }

    private static NewConsent consent(JsonObject json) {
        return new NewConsent(
                json.getString("purpose"),
                Consent.State.of(json.getString("state")),
                json.getString("text_version"),
                json.getString("locale"),
                json.getString("channel"),
                new NewConsent.Evidence(text(json, "evidence"), text(json, "evidence_sha256")),
                OffsetDateTime.parse(json.getString("said_at")).toInstant());
    }

    @org.jspecify.annotations.Nullable
    private static String text(JsonObject json, String name) {
        return json.isNull(name) ? null : json.getString(name);
    }
}
