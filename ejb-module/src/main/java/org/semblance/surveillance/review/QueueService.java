package org.semblance.surveillance.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceNotFoundException;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryStore;
import org.semblance.gallery.Likenesses;
import org.semblance.gallery.SelfScoped;
import org.semblance.gallery.WithinGalleries;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.unknown.Stranger;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.StrangerQuery;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownQuery;
import org.semblance.surveillance.unknown.UnknownRows;

/** Lists what waits for people, and what became of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class QueueService {
    private final UnknownRows rows;
    private final QueueSuggestions suggestions;
    private final GalleryStore galleries;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected QueueService() {
        this(null, null, null);
    }

    @Inject
    public QueueService(UnknownRows rows, QueueSuggestions suggestions, GalleryStore galleries) {
        this.rows = rows;
        this.suggestions = suggestions;
        this.galleries = galleries;
    }

    /** Of a gallery, or of all that the caller may see. */
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    public Page<UnknownFace> faces(Optional<GalleryName> gallery, UnknownQuery query) {
        gallery.ifPresent(galleries::rules);
        Page<UnknownFace> page = rows.list(query, gallery, scope());
        return new Page<>(suggestions.add(page.items()), page.next());
    }

    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    public UnknownFace require(FaceId face) {
        return suggestions.add(rows.find(List.of(face))).stream()
                .findFirst()
                .orElseThrow(() -> new FaceNotFoundException(face));
    }

    /** Whom a face looks like most, those below the gallery's threshold included; nobody once it is decided. */
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    public Likenesses likenesses(FaceId face, int limit) {
        return rows.find(List.of(face)).stream()
                .findFirst()
                .map(found -> suggestions.nearest(found, limit))
                .orElseThrow(() -> new FaceNotFoundException(face));
    }

    /** The face that waits of a sighting, if one does. */
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @SelfScoped("finds only what lies in galleries that the caller may see")
    public Optional<UnknownFace> find(UUID sighting) {
        return rows.find(sighting).filter(face -> scope().includes(face.galleryId()));
    }

    /** Of a gallery, or of all that the caller may see. */
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    public Page<Stranger> strangers(Optional<GalleryName> gallery, StrangerQuery query) {
        gallery.ifPresent(galleries::rules);
        return rows.list(query, gallery, scope());
    }

    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    public Stranger require(StrangerId stranger) {
        return rows.require(stranger);
    }

    private static Scope scope() {
        return CurrentUser.require().scope(Permissions.UNKNOWN_REVIEW);
    }
}
