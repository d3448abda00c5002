package org.semblance.surveillance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.semblance.gallery.SelfScoped;
import org.semblance.gallery.WithinGalleries;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.identity.keys.ApiKeyStore;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.KeyLimits;
import org.semblance.identity.keys.KeyName;
import org.semblance.identity.keys.MadeApiKey;
import org.semblance.identity.keys.NewApiKey;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;

/** What people do with cameras. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class CameraService {
    private final CameraStore cameras;
    private final CameraAgents agents;
    private final ApiKeyService keys;
    private final ApiKeyStore known;
    private final CameraBook book;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraService() {
        this(null, null, null, null, null);
    }

    @Inject
    public CameraService(
            CameraStore cameras, CameraAgents agents, ApiKeyService keys, ApiKeyStore known, CameraBook book) {
        this.cameras = cameras;
        this.agents = agents;
        this.keys = keys;
        this.known = known;
        this.book = book;
    }

    /** By name. */
    @RolesAllowed(Permissions.CAMERA_READ)
    @SelfScoped("lists those in galleries that the caller may see")
    public List<Camera> list() {
        Scope scope = CurrentUser.require().scope(Permissions.CAMERA_READ);
        return cameras.list().stream()
                .filter(camera -> scope.includes(camera.galleryId()))
                .toList();
    }

    @RolesAllowed(Permissions.CAMERA_READ)
    public Camera require(CameraName name) {
        return cameras.require(name);
    }

    @RolesAllowed(Permissions.CAMERA_MANAGE)
    public Camera create(NewCamera said) {
        Camera made = cameras.add(said);
        book.read();
        return made;
    }

    /** The camera must be within the caller's galleries before and after. */
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    public Camera change(CameraName name, NewCamera said, ExpectedVersion expected) {
        Camera before = cameras.require(name);
        if (!said.name().equals(before.name())) {
            throw new InvalidInputException("name", "The name of a camera never changes; its title may");
        }
        Camera changed = cameras.change(said, expected);
        book.read();
        return changed;
    }

    /** Its agents' keys are revoked; its events stay. */
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    public void remove(CameraName name, ExpectedVersion expected) {
        cameras.remove(name, expected);
        book.read();
    }

    /** A key that sends frames of this camera and does nothing else; asks for the password again. */
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    public MadeApiKey createKey(CameraName name, KeyName called, Optional<Instant> expiresAt, KeyLimits limits) {
        Camera camera = cameras.require(name);
        MadeApiKey made = keys.createForAgent(new NewApiKey(
                called,
                Set.of(Permissions.CAMERA_SEND),
                Optional.of(Set.of(camera.gallery().value())),
                expiresAt,
                limits));
        agents.add(camera.id(), made.summary().id());
        book.read();
        return made;
    }

    /** Keys of the camera's agents, the oldest first. */
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    public List<ApiKeySummary> keys(CameraName name) {
        return agents.keysOf(cameras.require(name).id()).stream()
                .flatMap(key -> known.find(key).stream())
                .toList();
    }
}
